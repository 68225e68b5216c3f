function missing(key, table) {
  // ruleid: negated-in-operand
  return !key in table;
}

function quiet(key, table) {
  // ok: negated-in-operand
  return !(key in table) || key in table;
}
