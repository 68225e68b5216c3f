const { BrowserWindow } = require("electron");

// ruleid: electron-protection-disabled
const first = new BrowserWindow({ width: 800, webPreferences: { contextIsolation: true } });
// ruleid: electron-protection-disabled
const second = new BrowserWindow({ webPreferences: { webSecurity: true } });
// ok: electron-protection-disabled
const third = new BrowserWindow({ webPreferences: { contextIsolation: true } });
