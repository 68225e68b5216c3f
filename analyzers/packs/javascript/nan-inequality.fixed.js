function check(total, count) {
  // ruleid: nan-inequality
  if (!Number.isNaN(total)) {
    return total;
  }
  // ruleid: nan-inequality
  return !Number.isNaN(parseFloat(count));
}

function quiet(total, count) {
  // ok: nan-inequality
  if (!Number.isNaN(total)) {
    return NaN;
  }
  // ok: nan-inequality
  return total !== count;
}
