async function calls(work, log, table) {
  // ruleid: catch-without-handler
  work().catch();
  // ruleid: catch-without-handler
  await work().then((each) => each).catch();
  // ruleid: catch-without-handler
  work().catch(undefined);
  // ruleid: catch-without-handler
  const later = work().catch(null);
  // ok: catch-without-handler
  work().catch(log);
  // ok: catch-without-handler
  work().catch(() => {});
  // ok: catch-without-handler
  table.catchAll();
  // ok: catch-without-handler
  work().then(log, log);
  return later;
}
