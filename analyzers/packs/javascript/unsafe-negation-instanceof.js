function wrap(value) {
  // ruleid: unsafe-negation-instanceof
  if (!value instanceof Error) {
    return new Error(value);
  }
  return value;
}

function quiet(value) {
  // ok: unsafe-negation-instanceof
  return !(value instanceof Error) || value instanceof TypeError;
}
