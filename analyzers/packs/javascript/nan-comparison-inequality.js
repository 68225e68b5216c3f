function check(total, count) {
  // ruleid: nan-comparison-inequality
  if (total !== NaN) {
    return total;
  }
  // ruleid: nan-comparison-inequality
  return parseFloat(count) != Number.NaN;
}

function quiet(total, count) {
  // ok: nan-comparison-inequality
  if (!Number.isNaN(total)) {
    return NaN;
  }
  // ok: nan-comparison-inequality
  return total !== count;
}
