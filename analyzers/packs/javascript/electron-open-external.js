const { ipcMain, shell, app } = require("electron");

// ruleid: electron-open-external
ipcMain.on("open", (event, link) => shell.openExternal(link));

ipcMain.handle("open-link", async (event, { url }) => {
  // ruleid: electron-open-external
  await shell.openExternal(url);
});

ipcMain.handle("open-web", async (event, url) => {
  if (new URL(url).protocol === "https:") {
    // ok: electron-open-external
    await shell.openExternal(url);
  }
});

ipcMain.on("open-safe", (event, url) => {
  if (!url.startsWith("https://")) return;
  // ok: electron-open-external
  shell.openExternal(url);
});

app.on("web-contents-created", (created, contents) => {
  contents.setWindowOpenHandler(({ url }) => {
    // ruleid: electron-open-external
    shell.openExternal(url);
    return { action: "deny" };
  });
  contents.setWindowOpenHandler((details) => {
    // ruleid: electron-open-external
    shell.openExternal(details.url);
    return { action: "deny" };
  });
  contents.on("will-navigate", (event, url) => {
    const parsed = new URL(url);
    if (parsed.protocol !== "https:") {
      event.preventDefault();
      return;
    }
    // ok: electron-open-external
    shell.openExternal(url);
  });
  contents.on("will-navigate", (event, url) => {
    if (isExternalUrl(url)) {
      // ok: electron-open-external
      shell.openExternal(url);
    }
  });
});

// ok: electron-open-external
ipcMain.on("help", () => shell.openExternal("https://www.example.org/help"));
