const fs = require("fs");
const os = require("os");
const path = require("path");

// ruleid: insecure-temp-file
fs.writeFileSync("/tmp/report.txt", data);
// ruleid: insecure-temp-file
fs.createWriteStream(path.join(os.tmpdir(), "report-" + Date.now()));
// ok: insecure-temp-file
fs.writeFileSync(path.join(fs.mkdtempSync(path.join(os.tmpdir(), "report-")), "report.txt"), data);
// ok: insecure-temp-file
fs.readFileSync("/tmp/report.txt");
// ok: insecure-temp-file
fs.writeFileSync("./report.txt", data);

// ruleid: insecure-temp-file
fs.writeFileSync("/tmp/" + Date.now(), report);
// ok: insecure-temp-file
fs.writeFileSync("/tmp/" + crypto.randomUUID(), report);

const tmp = require("tmp");
// ruleid: insecure-temp-file
const name = tmp.tmpNameSync();
// ok: insecure-temp-file
const file = tmp.fileSync();
