function f(a, b) {
  // ruleid: self-comparison
  if (a.size === a.size) return 1;
  // ruleid: self-comparison
  if (b < b) return 2;
  // ok: self-comparison
  if (a.size === b.size) return 3;
  // ok: self-comparison
  if (b !== b) return NaN;
  // ok: self-comparison
  return a.next() === a.next();
}
