const fs = require("fs");
const os = require("os");
const path = require("path");

// ruleid: tempfile-predictable
fs.writeFileSync("/tmp/report.txt", data);
// ruleid: tempfile-predictable
fs.createWriteStream(path.join(os.tmpdir(), "report-" + Date.now()));
// ok: tempfile-predictable
fs.writeFileSync(path.join(fs.mkdtempSync(path.join(os.tmpdir(), "report-")), "report.txt"), data);
// ok: tempfile-predictable
fs.readFileSync("/tmp/report.txt");
// ok: tempfile-predictable
fs.writeFileSync("./report.txt", data);

// ruleid: tempfile-predictable
fs.writeFileSync("/tmp/" + Date.now(), report);
// ok: tempfile-predictable
fs.writeFileSync("/tmp/" + crypto.randomUUID(), report);

const tmp = require("tmp");
// ruleid: tempfile-predictable
const name = tmp.tmpNameSync();
// ok: tempfile-predictable
const file = tmp.fileSync();
