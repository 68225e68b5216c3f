function compare(left, right) {
  // ruleid: identical-operands
  if (left.ready && left.ready) {
    return 1;
  }
  // ruleid: identical-operands
  return left > right || left > right;
}

function quiet(left, right, next) {
  // ok: identical-operands
  if (left.ready && right.ready) {
    return 1;
  }
  // ok: identical-operands
  while (left.bytes[++left.at] === 0 && left.bytes[++left.at] === 0) {
    left.zeros += 2;
  }
  // ok: identical-operands
  return next() || next();
}

// ok: identical-operands
0 && 0;
