const fs = require("fs");
const path = require("path");

const UPLOADS = "/srv/files";

function download(req, res) {
  // ruleid: express-path-traversal
  res.sendFile(path.join(UPLOADS, req.params.name));
  // ruleid: express-path-traversal
  fs.readFile(`/srv/files/${req.query.name}`, res.end);
  // ruleid: express-path-traversal
  return fs.createReadStream(UPLOADS + req.query.name);
}

function quiet(req, res, name) {
  // ok: express-path-traversal
  res.sendFile(req.params.name, { root: UPLOADS });
  // ok: express-path-traversal
  fs.readFile(path.join(UPLOADS, path.basename(req.query.name)), res.end);
  // ok: express-path-traversal
  return fs.createReadStream(path.join(UPLOADS, name));
}
