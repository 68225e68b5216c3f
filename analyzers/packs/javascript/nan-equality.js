function check(total, count) {
  // ruleid: nan-equality
  if (total === NaN) {
    return 0;
  }
  // ruleid: nan-equality
  return parseFloat(count) == Number.NaN;
}

function quiet(total, count) {
  // ok: nan-equality
  if (Number.isNaN(total)) {
    return NaN;
  }
  // ok: nan-equality
  return Object.is(count, NaN) || count === Number.MAX_VALUE;
}
