function collect(all, more) {
  // ruleid: array-method-result-unused
  all = all.concat(more);
  // ok: array-method-result-unused
  all = all.concat(more);
  // ok: array-method-result-unused
  all.push(...more);
  return all;
}
