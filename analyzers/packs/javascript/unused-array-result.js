function collect(all, more) {
  // ruleid: unused-array-result
  all.concat(more);
  // ok: unused-array-result
  all = all.concat(more);
  // ok: unused-array-result
  all.push(...more);
  return all;
}

function merged(problem, more) {
  problem.suppressions =
    // ok: unused-array-result
    problem.suppressions.concat(more);
  // ruleid: unused-array-result
  problem.suppressions.concat(more);
}
