function run(callback, list) {
  // ruleid: typeof-unknown-name
  if (typeof callback === "fucntion") {
    callback();
  }
  // ruleid: typeof-unknown-name
  if (typeof list == "Undefined") {
    return;
  }
  // ruleid: typeof-unknown-name
  return typeof list !== "array";
}

function quiet(callback, list, kind) {
  // ok: typeof-unknown-name
  if (typeof callback === "function" || typeof list == 'undefined') {
    return 1;
  }
  // ok: typeof-unknown-name
  return typeof callback === kind || typeof list === typeof callback;
}
