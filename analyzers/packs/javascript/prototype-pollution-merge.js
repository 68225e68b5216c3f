function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === "object") {
      merge(target[key], source[key]);
    } else {
      // ruleid: prototype-pollution-merge
      target[key] = source[key];
    }
  }
}

function copy(target, source) {
  for (const key in source) {
    // ok: prototype-pollution-merge
    target[key] = source[key];
  }
}
