function known(names, name) {
  // ruleid: index-of-as-boolean
  if (names.indexOf(name)) {
    return true;
  }
  // ruleid: index-of-as-boolean
  return names.indexOf(name) && name.length > 0;
}

function quiet(names, name) {
  // ok: index-of-as-boolean
  if (names.indexOf(name) >= 0) {
    return true;
  }
  // ok: index-of-as-boolean
  if (names.includes(name)) {
    // ok: index-of-as-boolean
    return names.indexOf(name);
  }
  // ok: index-of-as-boolean
  return names.indexOf(name) === -1 ? 1 : 2;
}
