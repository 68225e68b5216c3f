const fs = require("fs");
const path = require("path");

app.get("/files/:name", (req, res) => {
  // ruleid: path-traversal
  fs.readFile("./files/" + req.params.name, done);
  const file = path.join(FOLDER, req.query.name);
  // ruleid: path-traversal
  res.sendFile(file);
  // ok: path-traversal
  res.sendFile(req.params.name, { root: FOLDER });
  // ok: path-traversal
  fs.readFile(path.join(FOLDER, path.basename(req.params.name)), done);
  const resolved = path.resolve(FOLDER, req.query.name);
  if (!resolved.startsWith(FOLDER + path.sep)) {
    return res.sendStatus(403);
  }
  // ok: path-traversal
  fs.readFile(resolved, done);
});

app.get("/pages/:name", (req, res) => {
  // ok: path-traversal
  const text = mustache.render(TEMPLATE, { name: req.params.name });
  // ok: path-traversal
  res.attachment(req.params.name);
  res.send(text);
});

app.get("/inside", (req, res) => {
  const file = path.normalize(path.join(ROOT, req.query.name));
  if (!isChildDir(ROOT, file)) throw new Error("outside");
  // ok: path-traversal
  fs.readFileSync(file);
  const other = path.normalize(path.join(ROOT, req.query.name));
  if (!isReady(ROOT, other)) throw new Error("not yet");
  // ruleid: path-traversal
  fs.readFileSync(other);
  const uploadedFile = req.files.files[0];
  // ok: path-traversal
  fs.unlink(uploadedFile.path, done);
  // ruleid: path-traversal
  fs.unlink(req.body.uploaded.path, done);
});

async function unpack() {
  const directory = await unzipper.Open.file("upload.zip");
  for (const file of directory.files) {
    // ruleid: path-traversal
    file.stream().pipe(fs.createWriteStream(path.join("out", file.path)));
    // ok: path-traversal
    file.stream().pipe(fs.createWriteStream(path.join("out", path.basename(file.path))));
  }
}

app.get("/tools", async (req, res) => {
  // ruleid: path-traversal
  await rimraf("/srv/uploads/" + req.query.name);
  // ok: path-traversal
  await rimraf("/srv/uploads/" + path.basename(req.query.name));
  // ruleid: path-traversal
  jetpack.read("/srv/data/" + req.query.name);
  // ruleid: path-traversal
  XLSX.readFile("/srv/sheets/" + req.query.sheet);
  // ruleid: path-traversal
  send(req, "/srv/public/" + req.query.file).pipe(res);
  // ok: path-traversal
  send(req, req.query.file, { root: "/srv/public" }).pipe(res);
});

async function workTree(index, folder) {
  for (const entry of index.entries) {
    // ok: path-traversal
    await fs.promises.rm(`${folder}/${entry.path}`);
  }
}

fs.createReadStream("upload.zip").pipe(unzipper.Parse()).on("entry", (entry) => {
  // ruleid: path-traversal
  entry.pipe(fs.createWriteStream("out/" + entry.path));
});

fs.createReadStream("upload.zip").pipe(unzipper.Parse()).on("entry", (each) => {
  // ruleid: path-traversal
  each.pipe(fs.createWriteStream("out/" + each.path));
});

unpacker.on("entry", (head, stream, next) => {
  // ruleid: path-traversal
  stream.pipe(fs.createWriteStream(path.join("out", head.name)));
  // ok: path-traversal
  stream.pipe(fs.createWriteStream(path.join("out", path.basename(head.name))));
});

app.post("/archives", async (req, res) => {
  // ruleid: path-traversal
  new AdmZip("/srv/archives/" + req.body.name);
  // ruleid: path-traversal
  archive.extractAllTo("/srv/" + req.body.folder, true);
  // ruleid: path-traversal
  unzipper.Extract({ path: req.body.folder });
  // ruleid: path-traversal
  await tar.x({ file: "/srv/archives/" + req.body.name, cwd: "/srv/out" });
  // ruleid: path-traversal
  await fs.move("/srv/uploads/one", "/srv/" + req.body.folder);
  // ruleid: path-traversal
  await fs.emptyDir("/srv/" + req.body.folder);
  // ok: path-traversal
  await tar.x({ file: path.join("/srv/archives", path.basename(req.body.name)), cwd: "/srv/out" });
  // ok: path-traversal
  await fs.move("/srv/uploads/one", path.join("/srv", path.basename(req.body.folder)));
});

import { rmSync, rename } from "node:fs";
import { mkdir } from "fs/promises";
import { copySync } from "fs-extra";

app.get("/imported", async (req, res) => {
  // ruleid: path-traversal
  rmSync(req.query.path);
  // ruleid: path-traversal
  rename("new", req.query.path, () => {});
  // ruleid: path-traversal
  await mkdir(req.query.path);
  // ruleid: path-traversal
  copySync("old", req.query.path);
  // ok: path-traversal
  unknown(req.query.path);
});
app.get("/last", (req, res) => {
  // ok: path-traversal
  res.sendFile("/srv/" + req.path.split("/").pop());
  // ok: path-traversal
  fs.readFileSync(`/srv/${req.query.name.split("/").at(-1)}`);
});
app.post("/archive", upload.single("archive"), (req, res) => {
  // ok: path-traversal
  new AdmZip(req.file.buffer).getEntries();
});
