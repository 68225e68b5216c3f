function run(callback, list) {
  // ruleid: typeof-unknown-name
  if (typeof callback === "function") {
    callback();
  }
  // ruleid: typeof-unknown-name
  if (typeof list == "undefined") {
    return;
  }
  // ruleid: typeof-unknown-name
  return !Array.isArray(list);
}

function quiet(callback, list, kind) {
  // ok: typeof-unknown-name
  if (typeof callback === "function" || typeof list == 'undefined') {
    return 1;
  }
  // ok: typeof-unknown-name
  return typeof callback === kind || typeof list === typeof callback;
}
