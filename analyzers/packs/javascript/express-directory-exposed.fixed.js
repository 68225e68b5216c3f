const express = require("express");
const serveIndex = require("serve-index");

// ruleid: express-directory-exposed
app.use("/files", serveIndex("files"));
// ruleid: express-directory-exposed
app.use(express.static(__dirname));
// ruleid: express-directory-exposed
app.use(express.static("public", { dotfiles: "ignore" }));
// ok: express-directory-exposed
app.use(express.static("public"));
// ok: express-directory-exposed
app.use(express.static(path.join(__dirname, "public")));
