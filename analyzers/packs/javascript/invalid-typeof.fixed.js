function run(callback, list) {
  // ruleid: invalid-typeof
  if (typeof callback === "function") {
    callback();
  }
  // ruleid: invalid-typeof
  if (typeof list == "undefined") {
    return;
  }
  // ruleid: invalid-typeof
  return !Array.isArray(list);
}

function name(value) {
  // ruleid: invalid-typeof
  return typeof value === undefined;
}

function quiet(callback, list, kind) {
  // ok: invalid-typeof
  if (typeof callback === "function" || typeof list == 'undefined') {
    return 1;
  }
  // ok: invalid-typeof
  return typeof callback === kind || typeof list === typeof callback;
}
