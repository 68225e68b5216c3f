const fs = require("fs");

function open(file, data) {
  // ruleid: file-permissions
  fs.chmodSync(file, 0o777);
  // ruleid: file-permissions
  fs.chmod(file, "777", () => {});
  // ruleid: file-permissions
  fs.writeFileSync(file, data, { mode: 0o666 });
  // ruleid: file-permissions
  fs.mkdirSync(file, 0o777);
  // ruleid: file-permissions
  fs.promises.chmod(file, 0o757);
  // ruleid: file-permissions
  fs.openSync(file, "w", 0o666);
  // ruleid: file-permissions
  process.umask(0);
}

function safe(file, data) {
  // ok: file-permissions
  fs.chmodSync(file, 0o600);
  // ok: file-permissions
  fs.chmod(file, 0o644, () => {});
  // ok: file-permissions
  fs.writeFileSync(file, data, { mode: 0o600 });
  // ok: file-permissions
  fs.mkdirSync(file, { recursive: true });
  // ok: file-permissions
  process.umask(0o077);
}
