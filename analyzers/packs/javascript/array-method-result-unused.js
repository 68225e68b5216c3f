function collect(all, more) {
  // ruleid: array-method-result-unused
  all.concat(more);
  // ok: array-method-result-unused
  all = all.concat(more);
  // ok: array-method-result-unused
  all.push(...more);
  return all;
}

function merged(problem, more) {
  problem.suppressions =
    // ok: array-method-result-unused
    problem.suppressions.concat(more);
  // ruleid: array-method-result-unused
  problem.suppressions.concat(more);
}
