const express = require("express");
const serveIndex = require("serve-index");

// ruleid: directory-exposed
app.use("/files", serveIndex("files"));
// ruleid: directory-exposed
app.use(express.static(__dirname));
// ruleid: directory-exposed
app.use(express.static("public", { dotfiles: "ignore" }));
// ok: directory-exposed
app.use(express.static("public"));
// ok: directory-exposed
app.use(express.static(path.join(__dirname, "public")));
