const fs = require("fs");

// ruleid: file-mode-open-to-all
fs.chmodSync(file, 0o700);
// ruleid: file-mode-open-to-all
fs.writeFileSync(file, data, { encoding: "utf8", mode: 0o666 });
// ruleid: file-mode-open-to-all
fs.chmod(file, 0o700, done);
// ok: file-mode-open-to-all
fs.chmodSync(file, 0o755);
// ok: file-mode-open-to-all
fs.writeFileSync(file, data, { mode: 0o600 });
// ok: file-mode-open-to-all
fs.mkdirSync(folder, { recursive: true });
