function remove(queue, item) {
  const names = ["a", "b"];
  // ruleid: array-element-deleted
  delete names[0];
  // ruleid: array-element-deleted
  delete queue[queue.indexOf(item)];
  return names;
}

function quiet(queue, item) {
  const table = {};
  // ok: array-element-deleted
  delete table[item];
  // ok: array-element-deleted
  queue.splice(queue.indexOf(item), 1);
  // ok: array-element-deleted
  delete queue.name;
}

function pruned(names, index) {
  let rest = [...names];
  // ok: array-element-deleted
  delete rest[index];
  count();
  rest = rest.filter(Boolean);
  return rest;
}
