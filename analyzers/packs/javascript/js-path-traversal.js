const fs = require("fs");
const path = require("path");

app.get("/files/:name", (req, res) => {
  // ruleid: js-path-traversal
  fs.readFile("./files/" + req.params.name, done);
  const file = path.join(FOLDER, req.query.name);
  // ruleid: js-path-traversal
  res.sendFile(file);
  // ok: js-path-traversal
  res.sendFile(req.params.name, { root: FOLDER });
  // ok: js-path-traversal
  fs.readFile(path.join(FOLDER, path.basename(req.params.name)), done);
  const resolved = path.resolve(FOLDER, req.query.name);
  if (!resolved.startsWith(FOLDER + path.sep)) {
    return res.sendStatus(403);
  }
  // ok: js-path-traversal
  fs.readFile(resolved, done);
});

app.get("/pages/:name", (req, res) => {
  // ok: js-path-traversal
  const text = mustache.render(TEMPLATE, { name: req.params.name });
  // ok: js-path-traversal
  res.attachment(req.params.name);
  res.send(text);
});

app.get("/inside", (req, res) => {
  const file = path.normalize(path.join(ROOT, req.query.name));
  if (!isChildDir(ROOT, file)) throw new Error("outside");
  // ok: js-path-traversal
  fs.readFileSync(file);
  const other = path.normalize(path.join(ROOT, req.query.name));
  if (!isReady(ROOT, other)) throw new Error("not yet");
  // ruleid: js-path-traversal
  fs.readFileSync(other);
  const uploadedFile = req.files.files[0];
  // ok: js-path-traversal
  fs.unlink(uploadedFile.path, done);
  // ruleid: js-path-traversal
  fs.unlink(req.body.uploaded.path, done);
});

async function unpack() {
  const directory = await unzipper.Open.file("upload.zip");
  for (const file of directory.files) {
    // ruleid: js-path-traversal
    file.stream().pipe(fs.createWriteStream(path.join("out", file.path)));
    // ok: js-path-traversal
    file.stream().pipe(fs.createWriteStream(path.join("out", path.basename(file.path))));
  }
}

app.get("/tools", async (req, res) => {
  // ruleid: js-path-traversal
  await rimraf("/srv/uploads/" + req.query.name);
  // ok: js-path-traversal
  await rimraf("/srv/uploads/" + path.basename(req.query.name));
  // ruleid: js-path-traversal
  jetpack.read("/srv/data/" + req.query.name);
  // ruleid: js-path-traversal
  XLSX.readFile("/srv/sheets/" + req.query.sheet);
  // ruleid: js-path-traversal
  send(req, "/srv/public/" + req.query.file).pipe(res);
  // ok: js-path-traversal
  send(req, req.query.file, { root: "/srv/public" }).pipe(res);
});

async function workTree(index, folder) {
  for (const entry of index.entries) {
    // ok: js-path-traversal
    await fs.promises.rm(`${folder}/${entry.path}`);
  }
}

fs.createReadStream("upload.zip").pipe(unzipper.Parse()).on("entry", (entry) => {
  // ruleid: js-path-traversal
  entry.pipe(fs.createWriteStream("out/" + entry.path));
});
