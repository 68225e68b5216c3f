function check(total, count) {
  // ruleid: nan-comparison
  if (Number.isNaN(total)) {
    return 0;
  }
  // ruleid: nan-comparison
  return Number.isNaN(parseFloat(count));
}

function quiet(total, count) {
  // ok: nan-comparison
  if (Number.isNaN(total)) {
    return NaN;
  }
  // ok: nan-comparison
  return Object.is(count, NaN) || count === Number.MAX_VALUE;
}
