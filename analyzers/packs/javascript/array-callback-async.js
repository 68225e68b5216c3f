// ruleid: array-callback-async
const fresh = items.filter(async (item) => await isNew(item));
// ruleid: array-callback-async
const any = items.some(async function (item) {
  return isNew(item);
});
// ok: array-callback-async
const old = items.filter((item) => !item.fresh);
// ok: array-callback-async
const all = await Promise.all(items.map(async (item) => isNew(item)));
