function check(total, count) {
  // ruleid: nan-comparison
  if (total === NaN) {
    return 0;
  }
  // ruleid: nan-comparison
  return parseFloat(count) == Number.NaN;
}

function quiet(total, count) {
  // ok: nan-comparison
  if (Number.isNaN(total)) {
    return NaN;
  }
  // ok: nan-comparison
  return Object.is(count, NaN) || count === Number.MAX_VALUE;
}
