function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === "object") {
      merge(target[key], source[key]);
    } else {
      // ruleid: deep-merge-without-guard
      target[key] = source[key];
    }
  }
}

function copy(target, source) {
  for (const key in source) {
    // ok: deep-merge-without-guard
    target[key] = source[key];
  }
}
