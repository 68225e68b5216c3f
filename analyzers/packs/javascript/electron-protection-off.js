const { BrowserWindow } = require("electron");

// ruleid: electron-protection-off
const first = new BrowserWindow({ width: 800, webPreferences: { contextIsolation: false } });
// ruleid: electron-protection-off
const second = new BrowserWindow({ webPreferences: { webSecurity: false } });
// ok: electron-protection-off
const third = new BrowserWindow({ webPreferences: { contextIsolation: true } });
