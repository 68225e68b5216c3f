const { ipcMain, shell, app } = require("electron");

// ruleid: electron-opens-foreign-address
ipcMain.on("open", (event, link) => shell.openExternal(link));

ipcMain.handle("open-link", async (event, { url }) => {
  // ruleid: electron-opens-foreign-address
  await shell.openExternal(url);
});

ipcMain.handle("open-web", async (event, url) => {
  if (new URL(url).protocol === "https:") {
    // ok: electron-opens-foreign-address
    await shell.openExternal(url);
  }
});

ipcMain.on("open-safe", (event, url) => {
  if (!url.startsWith("https://")) return;
  // ok: electron-opens-foreign-address
  shell.openExternal(url);
});

app.on("web-contents-created", (created, contents) => {
  contents.setWindowOpenHandler(({ url }) => {
    // ruleid: electron-opens-foreign-address
    shell.openExternal(url);
    return { action: "deny" };
  });
  contents.setWindowOpenHandler((details) => {
    // ruleid: electron-opens-foreign-address
    shell.openExternal(details.url);
    return { action: "deny" };
  });
  contents.on("will-navigate", (event, url) => {
    const parsed = new URL(url);
    if (parsed.protocol !== "https:") {
      event.preventDefault();
      return;
    }
    // ok: electron-opens-foreign-address
    shell.openExternal(url);
  });
  contents.on("will-navigate", (event, url) => {
    if (isExternalUrl(url)) {
      // ok: electron-opens-foreign-address
      shell.openExternal(url);
    }
  });
});

// ok: electron-opens-foreign-address
ipcMain.on("help", () => shell.openExternal("https://www.example.org/help"));
