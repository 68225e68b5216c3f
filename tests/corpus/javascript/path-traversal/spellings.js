const fs = require('fs'), path = require('path');
app.get('/dl', (req, res) => {
  const p = path.join(__dirname, 'public', req.query.file);
  // ruleid: path-traversal
  fs.readFile(p, 'utf-8', (err, d) => res.end(d));
  // ruleid: path-traversal
  const s = fs.createReadStream(`/data/${req.params.id}/file.txt`);
  // ruleid: path-traversal
  res.sendFile(path.resolve('uploads', req.params.name));
  // ruleid: path-traversal
  res.sendFile(__dirname + '/files/' + req.params[0]);
});
app.get('/ok', (req, res) => {
  const root = path.resolve('/data');
  const full = path.resolve(root, req.query.f);
  const rel = path.relative(root, full);
  if (rel.startsWith('..') || path.isAbsolute(rel)) return res.sendStatus(403);
  // ok: path-traversal
  fs.readFile(full, () => {});
});
app.get('/ok2', (req, res) => {
  const safe = path.normalize(req.query.f).replace(/^(\.\.(\/|\\|$))+/, '');
  // ok: path-traversal
  res.sendFile(path.join(__dirname, 'public', safe));
  const id = parseInt(req.params.id);
  // ok: path-traversal
  fs.readFile(`/data/${id}.json`, () => {});
});
app.post('/up', upload.single('f'), (req, res) => {
  // ruleid: path-traversal
  fs.writeFileSync(path.join('uploads', req.file.originalname), req.file.buffer);
  // ruleid: path-traversal
  req.files.doc.mv('./uploads/' + req.files.doc.name);
});
