function missing(key, table) {
  // ruleid: unsafe-negation-in
  return !(key in table);
}

function quiet(key, table) {
  // ok: unsafe-negation-in
  return !(key in table) || key in table;
}
