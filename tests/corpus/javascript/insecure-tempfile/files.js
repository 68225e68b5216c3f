const fs = require("fs");
const os = require("os");
const path = require("path");
const tmp = require("tmp");

function save(data) {
  // ruleid: insecure-tempfile
  fs.writeFileSync("/tmp/report.txt", data);
  // ruleid: insecure-tempfile
  fs.writeFile(path.join(os.tmpdir(), "report-" + Date.now()), data, () => {});
  // ruleid: insecure-tempfile
  fs.createWriteStream(os.tmpdir() + "/upload.bin");
  const file = path.join(os.tmpdir(), `upload-${Math.random()}`);
  // ruleid: insecure-tempfile
  fs.writeFileSync(file, data);
  // ruleid: insecure-tempfile
  fs.openSync("/tmp/lock", "w");
}

function safe(data) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "report-"));
  // ok: insecure-tempfile
  fs.writeFileSync(path.join(folder, "report.txt"), data);
  // ok: insecure-tempfile
  const file = tmp.fileSync();
  // ok: insecure-tempfile
  fs.writeFileSync(file.name, data);
  // ok: insecure-tempfile
  fs.readFileSync("/tmp/report.txt");
  // ok: insecure-tempfile
  fs.writeFileSync("./out/report.txt", data);
}
