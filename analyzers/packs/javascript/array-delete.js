function remove(queue, item) {
  const names = ["a", "b"];
  // ruleid: array-delete
  delete names[0];
  // ruleid: array-delete
  delete queue[queue.indexOf(item)];
  return names;
}

function quiet(queue, item) {
  const table = {};
  // ok: array-delete
  delete table[item];
  // ok: array-delete
  queue.splice(queue.indexOf(item), 1);
  // ok: array-delete
  delete queue.name;
}

function pruned(names, index) {
  let rest = [...names];
  // ok: array-delete
  delete rest[index];
  count();
  rest = rest.filter(Boolean);
  return rest;
}
