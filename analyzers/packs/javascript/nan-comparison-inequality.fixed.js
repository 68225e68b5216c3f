function check(total, count) {
  // ruleid: nan-comparison-inequality
  if (!Number.isNaN(total)) {
    return total;
  }
  // ruleid: nan-comparison-inequality
  return !Number.isNaN(parseFloat(count));
}

function quiet(total, count) {
  // ok: nan-comparison-inequality
  if (!Number.isNaN(total)) {
    return NaN;
  }
  // ok: nan-comparison-inequality
  return total !== count;
}
