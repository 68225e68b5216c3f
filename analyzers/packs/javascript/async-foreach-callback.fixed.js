async function saveAll(items, save) {
  // ruleid: async-foreach-callback
  await Promise.all(items.map(async (item) => {
    await save(item);
  }));
  // ruleid: async-foreach-callback
  await Promise.all(items.map(async function (item) {
    await save(item);
  }));
}

async function quiet(items, save) {
  // ok: async-foreach-callback
  for (const item of items) {
    await save(item);
  }
  // ok: async-foreach-callback
  items.forEach((item) => {
    item.saved = false;
  });
  // ok: async-foreach-callback
  await Promise.all(items.map(async (item) => save(item)));
}
