const fs = require("fs");
const path = require("path");

function load(filename) {
  // ruleid: js-path-from-parameter
  return fs.readFileSync(path.join(FOLDER, filename));
}

function loadSafely(filename) {
  // ok: js-path-from-parameter
  return fs.readFileSync(path.join(FOLDER, path.basename(filename)));
}

function loadAll(filename) {
  // ok: js-path-from-parameter
  return fs.readFileSync(filename);
}
