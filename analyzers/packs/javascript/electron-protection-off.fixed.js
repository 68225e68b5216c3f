const { BrowserWindow } = require("electron");

// ruleid: electron-protection-off
const first = new BrowserWindow({ width: 800, webPreferences: { contextIsolation: true } });
// ruleid: electron-protection-off
const second = new BrowserWindow({ webPreferences: { webSecurity: true } });
// ok: electron-protection-off
const third = new BrowserWindow({ webPreferences: { contextIsolation: true } });
