const fs = require("fs");
const path = require("path");

function load(filename) {
  // ruleid: path-traversal-from-parameter
  return fs.readFileSync(path.join(FOLDER, filename));
}

function loadSafely(filename) {
  // ok: path-traversal-from-parameter
  return fs.readFileSync(path.join(FOLDER, path.basename(filename)));
}

function loadAll(filename) {
  // ok: path-traversal-from-parameter
  return fs.readFileSync(filename);
}
