// ruleid: async-array-callback
const fresh = items.filter(async (item) => await isNew(item));
// ruleid: async-array-callback
const any = items.some(async function (item) {
  return isNew(item);
});
// ok: async-array-callback
const old = items.filter((item) => !item.fresh);
// ok: async-array-callback
const all = await Promise.all(items.map(async (item) => isNew(item)));
