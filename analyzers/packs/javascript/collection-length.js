function f(names) {
  const known = new Set(names);
  const ages = new Map();
  const list = new Array(3);
  // ruleid: collection-length
  if (known.length > 1) return 1;
  // ruleid: collection-length
  if (ages.length === 0) return 2;
  // ok: collection-length
  if (known.size > 1) return 3;
  // ok: collection-length
  return list.length + [...known].length;
}

function other(known) {
  // ok: collection-length
  return known.length;
}
