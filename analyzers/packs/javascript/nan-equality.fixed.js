function check(total, count) {
  // ruleid: nan-equality
  if (Number.isNaN(total)) {
    return 0;
  }
  // ruleid: nan-equality
  return Number.isNaN(parseFloat(count));
}

function quiet(total, count) {
  // ok: nan-equality
  if (Number.isNaN(total)) {
    return NaN;
  }
  // ok: nan-equality
  return Object.is(count, NaN) || count === Number.MAX_VALUE;
}
