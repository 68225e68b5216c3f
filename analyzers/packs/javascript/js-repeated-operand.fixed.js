function compare(left, right) {
  // ruleid: js-repeated-operand
  if (left.ready) {
    return 1;
  }
  // ruleid: js-repeated-operand
  return left > right;
}

function quiet(left, right, next) {
  // ok: js-repeated-operand
  if (left.ready && right.ready) {
    return 1;
  }
  // ok: js-repeated-operand
  while (left.bytes[++left.at] === 0 && left.bytes[++left.at] === 0) {
    left.zeros += 2;
  }
  // ok: js-repeated-operand
  return next() || next();
}

// ok: js-repeated-operand
0 && 0;
