const fs = require("fs");
const fsp = require("fs/promises");
const { readFile, createReadStream } = require("node:fs");
const path = require("path");
const express = require("express");
const sanitize = require("sanitize-filename");

const app = express();
const UPLOADS = path.join(__dirname, "uploads");

app.get("/read", (req, res) => {
  // ruleid: path-traversal
  fs.readFile(req.query.file, (err, data) => res.send(data));
  // ruleid: path-traversal
  fs.readFile("/srv/files/" + req.query.file, "utf8", (err, data) => res.json(data));
  // ruleid: path-traversal
  const text = fs.readFileSync(`./files/${req.params.name}`, "utf8");
  res.json(text);
});

app.get("/joined", async (req, res) => {
  const file = path.join(UPLOADS, req.params.name);
  // ruleid: path-traversal
  createReadStream(file).pipe(res);
  // ruleid: path-traversal
  const data = await fsp.readFile(path.resolve(UPLOADS, req.query.name));
  // ruleid: path-traversal
  const stat = await fs.promises.stat(path.join("/srv", req.query.folder, "x"));
  // ruleid: path-traversal
  readFile(file, () => {});
  res.json([data, stat]);
});

app.post("/write", (req, res) => {
  const { name, content } = req.body;
  // ruleid: path-traversal
  fs.writeFile("/srv/files/" + name, content, () => res.end());
  // ruleid: path-traversal
  fs.writeFileSync(path.join(UPLOADS, name), content);
  // ruleid: path-traversal
  fs.appendFileSync("./logs/" + name, content);
  // ruleid: path-traversal
  fs.createWriteStream(`${UPLOADS}/${name}`).end(content);
});

app.delete("/delete", async (req, res) => {
  // ruleid: path-traversal
  fs.unlink(path.join(UPLOADS, req.query.name), () => res.end());
  // ruleid: path-traversal
  await fsp.rm(UPLOADS + "/" + req.query.name, { recursive: true });
  // ruleid: path-traversal
  fs.rmdirSync("./data/" + req.body.folder);
  // ruleid: path-traversal
  fs.readdir(req.query.folder, (err, names) => res.json(names));
  // ruleid: path-traversal
  fs.mkdirSync(`/srv/${req.body.folder}`);
  // ruleid: path-traversal
  fs.rename("/srv/a", "/srv/" + req.body.name, () => {});
  // ruleid: path-traversal
  fs.copyFileSync(path.join("/srv", req.body.from), "/tmp/copy");
  // ruleid: path-traversal
  fs.existsSync("/srv/" + req.query.name);
  // ruleid: path-traversal
  fs.openSync(req.query.name, "r");
});

app.get("/send", (req, res) => {
  // ruleid: path-traversal
  res.sendFile(path.join(__dirname, "files", req.query.name));
  // ruleid: path-traversal
  res.sendFile(req.query.name);
  // ruleid: path-traversal
  res.download("./files/" + req.params.name);
  // ruleid: path-traversal
  res.render("pages/" + req.query.page);
});

function resolveUpload(name) {
  return path.join(UPLOADS, name);
}

app.get("/helper", (req, res) => {
  // ruleid: path-traversal
  res.sendFile(resolveUpload(req.query.name));
});

app.get("/safe/root", (req, res) => {
  // ok: path-traversal
  res.sendFile(req.params.name, { root: UPLOADS });
  // ok: path-traversal
  res.sendFile(path.join(__dirname, "index.html"));
  // ok: path-traversal
  res.render("pages/home", { name: req.query.name });
});

app.get("/safe/basename", (req, res) => {
  const name = path.basename(req.query.name);
  // ok: path-traversal
  fs.readFile(path.join(UPLOADS, name), (err, data) => res.json(data));
  // ok: path-traversal
  fs.readFile(path.join(UPLOADS, path.basename(req.params.name)), (err, data) => res.json(data));
  // ok: path-traversal
  fs.readFile(path.join(UPLOADS, sanitize(req.params.name)), (err, data) => res.json(data));
});

app.get("/safe/checked", (req, res) => {
  const file = path.resolve(UPLOADS, req.query.name);
  if (!file.startsWith(UPLOADS + path.sep)) {
    return res.status(403).end();
  }
  // ok: path-traversal
  fs.readFile(file, (err, data) => res.json(data));
});

app.get("/safe/positive-check", (req, res) => {
  const file = path.normalize(path.join(UPLOADS, req.query.name));
  if (file.startsWith(UPLOADS)) {
    // ok: path-traversal
    res.sendFile(file);
  }
});

app.get("/safe/dots", (req, res) => {
  const name = req.query.name;
  if (name.includes("..")) {
    throw new Error("bad name");
  }
  // ok: path-traversal
  res.json(fs.readFileSync(path.join(UPLOADS, name), "utf8"));
});

app.get("/safe/pattern", (req, res) => {
  if (!/^[a-z0-9]+$/.test(req.params.name)) {
    return res.sendStatus(400);
  }
  // ok: path-traversal
  res.json(fs.readFileSync(`./files/${req.params.name}.json`, "utf8"));
});

app.get("/safe/map", (req, res) => {
  const files = { terms: "terms.txt", privacy: "privacy.txt" };
  const file = files[req.query.page];
  // ok: path-traversal
  fs.readFile(path.join(__dirname, file), (err, data) => res.json(data));
});

app.get("/safe/number", (req, res) => {
  // ok: path-traversal
  fs.readFile(`./pages/${parseInt(req.query.page, 10)}.html`, (err, data) => res.json(data));
});

app.post("/safe/content", (req, res) => {
  // ok: path-traversal
  fs.writeFile("/srv/log.txt", req.body.content, () => res.end());
  // ok: path-traversal
  fs.appendFileSync(path.join(UPLOADS, "all.txt"), req.body.content);
});

function configuration() {
  const file = path.join(__dirname, "config", "default.json");
  // ok: path-traversal
  return JSON.parse(fs.readFileSync(file, "utf8"));
}

function environment() {
  // ok: path-traversal
  return fs.readFileSync(path.join(process.cwd(), "package.json"), "utf8");
}

function each(folder) {
  // ok: path-traversal
  return fs.readdirSync(__dirname).map((name) => fs.statSync(path.join(__dirname, name)));
}
