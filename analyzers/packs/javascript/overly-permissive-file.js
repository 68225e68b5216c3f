const fs = require("fs");

// ruleid: overly-permissive-file
fs.chmodSync(file, 0o777);
// ruleid: overly-permissive-file
fs.writeFileSync(file, data, { encoding: "utf8", mode: 0o666 });
// ruleid: overly-permissive-file
fs.chmod(file, "777", done);
// ok: overly-permissive-file
fs.chmodSync(file, 0o755);
// ok: overly-permissive-file
fs.writeFileSync(file, data, { mode: 0o600 });
// ok: overly-permissive-file
fs.mkdirSync(folder, { recursive: true });
