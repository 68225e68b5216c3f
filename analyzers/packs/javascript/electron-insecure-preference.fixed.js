const { BrowserWindow } = require("electron");

// ruleid: electron-insecure-preference
const first = new BrowserWindow({ width: 800, webPreferences: { nodeIntegration: false } });
// ruleid: electron-insecure-preference
const second = new BrowserWindow({ webPreferences: { webviewTag: false } });
// ok: electron-insecure-preference
const third = new BrowserWindow({ webPreferences: { nodeIntegration: false, preload: file } });
// ok: electron-insecure-preference
const fourth = new BrowserWindow({ width: 800, height: 600 });
