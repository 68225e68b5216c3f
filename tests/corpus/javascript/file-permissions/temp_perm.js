const fs = require('fs');
const os = require('os');
const path = require('path');
const tmp = require('tmp');
const fsp = require('node:fs/promises');
const { app: electron, BrowserWindow, shell } = require('electron');
const crypto = require('crypto');

// ruleid: insecure-tempfile
fs.writeFileSync('/tmp/app-data.json', '{}');
// ruleid: insecure-tempfile
fs.writeFileSync(path.join(os.tmpdir(), 'fixed.json'), '{}');
// ok: insecure-tempfile
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'app-'));
// ok: insecure-tempfile
fs.writeFileSync(path.join(dir, 'x.json'), '{}');
// ok: insecure-tempfile
tmp.fileSync();
// ruleid: insecure-tempfile
fs.createWriteStream(`${os.tmpdir()}/out-${Date.now()}.log`);
// ok: insecure-tempfile
fs.readFileSync('/etc/hosts');
// ruleid: insecure-tempfile
fs.createWriteStream('/var/tmp/x.log');
// ok: insecure-tempfile
fs.writeFileSync('./data.json', '{}');

// ruleid: file-permissions
fs.chmodSync('f', 0o777);
// ok: file-permissions
fs.chmodSync('f', 0o600);
// ruleid: file-permissions
fs.chmod('f', 0o666, () => {});
// ruleid: file-permissions
fs.chmod('f', '777', () => {});
// ok: file-permissions
fs.chmodSync('f', 0o755);
// ruleid: file-permissions
fsp.chmod('f', 0o777);
// ok: file-permissions
fs.promises.chmod('f', 0o700);
// ruleid: file-permissions
fs.mkdirSync('d', { mode: 0o777 });
// ok: file-permissions
fs.mkdirSync('d', { mode: 0o700 });
// ok: file-permissions
fs.mkdirSync('d', { recursive: true });
// ruleid: file-permissions
fs.mkdirSync('d', 0o777);
// ruleid: file-permissions
fs.writeFileSync('k', 'x', { mode: 0o666 });
// ok: file-permissions
fs.writeFileSync('k', 'x', { mode: 0o600 });
// ruleid: file-permissions
fs.openSync('k', 'w', 0o666);
// ok: file-permissions
fs.openSync('k', 'w', 0o600);
// ruleid: file-permissions
process.umask(0);
// ok: file-permissions
process.umask(0o077);
// ruleid: file-permissions
fs.chmodSync('f', fs.constants.S_IRWXU | fs.constants.S_IRWXG | fs.constants.S_IRWXO);
// ok: file-permissions
fs.chmodSync('f', fs.constants.S_IRUSR | fs.constants.S_IWUSR);

// ruleid: misconfiguration
new BrowserWindow({ webPreferences: { nodeIntegration: true } });
// ok: misconfiguration
new BrowserWindow({ webPreferences: { nodeIntegration: false, contextIsolation: true } });
// ruleid: misconfiguration
new BrowserWindow({ webPreferences: { contextIsolation: false } });
// ruleid: misconfiguration
new BrowserWindow({ webPreferences: { webSecurity: false } });
// ok: misconfiguration
new BrowserWindow({ width: 800, height: 600 });
// ok: misconfiguration
new BrowserWindow({ webPreferences: { sandbox: true } });
// ok: misconfiguration
shell.openExternal('https://example.org');
