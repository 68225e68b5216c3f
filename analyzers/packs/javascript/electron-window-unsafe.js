const { BrowserWindow } = require("electron");

// ruleid: electron-window-unsafe
const first = new BrowserWindow({ width: 800, webPreferences: { nodeIntegration: true } });
// ruleid: electron-window-unsafe
const second = new BrowserWindow({ webPreferences: { webviewTag: true } });
// ok: electron-window-unsafe
const third = new BrowserWindow({ webPreferences: { nodeIntegration: false, preload: file } });
// ok: electron-window-unsafe
const fourth = new BrowserWindow({ width: 800, height: 600 });
