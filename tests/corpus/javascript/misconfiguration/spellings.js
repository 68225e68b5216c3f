// ruleid: misconfiguration
app.use(express.static('/'));
// ruleid: misconfiguration
mainWindow = new BrowserWindow({
  width: 1,
  webPreferences: {
    nodeIntegration: true,
    contextIsolation: false,
  },
});
