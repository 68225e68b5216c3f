function check(total, count) {
  // ruleid: nan-inequality
  if (total !== NaN) {
    return total;
  }
  // ruleid: nan-inequality
  return parseFloat(count) != Number.NaN;
}

function quiet(total, count) {
  // ok: nan-inequality
  if (!Number.isNaN(total)) {
    return NaN;
  }
  // ok: nan-inequality
  return total !== count;
}
