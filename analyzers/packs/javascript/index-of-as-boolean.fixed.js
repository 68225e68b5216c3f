function known(names, name) {
  // ruleid: index-of-as-boolean
  if (names.includes(name)) {
    return true;
  }
  // ruleid: index-of-as-boolean
  return names.includes(name) && name.length > 0;
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
  // What does not begin with it is refused.
  // ok: index-of-as-boolean
  if (name.indexOf("/root/")) return fail("outside");
  // ok: index-of-as-boolean
  if (name.indexOf("/root/")) throw new Error("outside");
  // ok: index-of-as-boolean
  return names.indexOf(name) === -1 ? 1 : 2;
}

// ruleid: index-of-as-boolean
if (names.includes(name)) {
  // ok: index-of-as-boolean
  names.splice(names.indexOf(name), 1);
  // ok: index-of-as-boolean
  const place = names.indexOf(name);
}
