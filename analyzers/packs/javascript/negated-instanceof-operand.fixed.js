function wrap(value) {
  // ruleid: negated-instanceof-operand
  if (!(value instanceof Error)) {
    return new Error(value);
  }
  return value;
}

function quiet(value) {
  // ok: negated-instanceof-operand
  return !(value instanceof Error) || value instanceof TypeError;
}
