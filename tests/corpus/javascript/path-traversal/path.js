const fs = require('fs');
const fsp = require('fs/promises');
const fse = require('fs-extra');
const path = require('path');
const http = require('http');
const express = require('express');
const multer = require('multer');
const sanitize = require('sanitize-filename');
const unzipper = require('unzipper');
const AdmZip = require('adm-zip');
const tar = require('tar-stream');
const app = express();
const ROOT = path.resolve('/srv/files');
const FILES = { a: 'a.txt', b: 'b.txt' };

app.get('/a', async (req, res) => {
  const name = req.query.name;
  // ruleid: path-traversal
  fs.readFile('/srv/' + name, cb);
  // ok: path-traversal
  fs.readFile('/srv/' + path.basename(name), cb);
  // ruleid: path-traversal
  fs.readFileSync(path.join(ROOT, name));
  // ok: path-traversal
  fs.readFileSync(path.join(ROOT, sanitize(name)));
  // ruleid: path-traversal
  res.sendFile(path.join(ROOT, name));
  // ok: path-traversal
  res.sendFile(name, { root: ROOT });
  // ok: path-traversal
  res.sendFile(path.join(__dirname, 'index.html'));
  // ruleid: path-traversal
  res.download('/srv/' + name);
  // ruleid: path-traversal
  fs.createReadStream(name).pipe(res);
  // ruleid: path-traversal
  fs.writeFileSync(`/srv/up/${req.body.f}`, 'x');
  // ok: path-traversal
  fs.writeFileSync('/srv/up/fixed', req.body.content);
  // ruleid: path-traversal
  fs.unlink(req.params[0], cb);
  // ruleid: path-traversal
  await fsp.readFile(name, 'utf8');
  // ruleid: path-traversal
  await fs.promises.rm('/srv/' + name);
  // ruleid: path-traversal
  await fse.remove('/srv/' + name);
  // ruleid: path-traversal
  fs.existsSync(path.join(ROOT, name));
  // ok: path-traversal
  fs.readdirSync(ROOT);
  // ok: path-traversal
  fs.readFileSync(path.join(ROOT, FILES[req.query.key]));
  // ok: path-traversal
  fs.readFileSync(`/srv/${parseInt(req.query.id)}.txt`);
});

app.get('/b', (req, res) => {
  const full = path.resolve(ROOT, req.query.name);
  if (!full.startsWith(ROOT + path.sep)) {
    return res.status(403).end();
  }
  // ok: path-traversal
  fs.readFile(full, cb);
});

app.get('/c', (req, res) => {
  const full = path.normalize(path.join(ROOT, req.query.name));
  // ruleid: path-traversal
  fs.readFile(full, cb);
});

app.get('/d', (req, res) => {
  const name = req.query.name;
  if (name.includes('..')) return res.status(400).end();
  // ok: path-traversal
  fs.readFile(path.join(ROOT, name), cb);
});

app.get('/e', (req, res) => {
  const rel = path.relative(ROOT, path.resolve(ROOT, req.query.name));
  if (rel.startsWith('..') || path.isAbsolute(rel)) {
    res.status(400).end();
    return;
  }
  // ok: path-traversal
  fs.readFile(path.join(ROOT, rel), cb);
});

app.get('/f', (req, res) => {
  // ruleid: path-traversal
  const real = fs.realpathSync(path.join(ROOT, req.query.name));
  if (real.startsWith(ROOT)) {
    // ok: path-traversal
    res.sendFile(real);
  }
});

app.get('/g', (req, res) => {
  const name = req.query.name;
  if (!/^[a-z]+$/.test(name)) return res.end();
  // ok: path-traversal
  res.sendFile(path.join(ROOT, name + '.html'));
});

app.get('/h', (req, res) => {
  const full = path.join(ROOT, req.query.name);
  if (!full.startsWith('/srv')) console.log('odd');
  // ruleid: path-traversal
  fs.readFile(full, cb);
});

http.createServer((req, res) => {
  // ruleid: path-traversal
  fs.readFile('.' + req.url, cb);
  // ok: path-traversal
  fs.readFile('./index.html', cb);
  const p = new URL(req.url, 'http://x').pathname;
  // ruleid: path-traversal
  fs.createReadStream(path.join(__dirname, p)).pipe(res);
});

const upload = multer({ dest: '/tmp' });
app.post('/up', upload.single('f'), (req, res) => {
  // ruleid: path-traversal
  fs.renameSync(req.file.path, '/srv/up/' + req.file.originalname);
  // ok: path-traversal
  fs.renameSync('/srv/a', '/srv/b');
  // ok: path-traversal
  fs.writeFile('/srv/up/' + path.basename(req.file.originalname), req.file.buffer, cb);
});

fs.createReadStream('a.zip').pipe(unzipper.Parse()).on('entry', (entry) => {
  // ruleid: path-traversal
  entry.pipe(fs.createWriteStream(path.join('out', entry.path)));
});

fs.createReadStream('b.zip').pipe(unzipper.Parse()).on('entry', (entry) => {
  if (entry.path.indexOf('..') !== -1) return;
  // ok: path-traversal
  entry.pipe(fs.createWriteStream(path.join('out', entry.path)));
});

function unzip(file) {
  const zip = new AdmZip(file);
  for (const e of zip.getEntries()) {
    // ruleid: path-traversal
    fs.writeFileSync(path.join('/srv/out', e.entryName), e.getData());
  }
  for (const e of zip.getEntries()) {
    // ok: path-traversal
    fs.writeFileSync(path.join('/srv/out', path.basename(e.entryName)), e.getData());
  }
}

const extract = tar.extract();
extract.on('entry', (header, stream, next) => {
  // ruleid: path-traversal
  stream.pipe(fs.createWriteStream('/srv/out/' + header.name));
  stream.on('end', next);
});

function inside(p) {
  const full = path.resolve(ROOT, p);
  if (full.indexOf(ROOT + '/') !== 0) throw new Error('outside');
  return full;
}
function anywhere(p) {
  return path.resolve(ROOT, p);
}
app.get('/i', (req, res) => {
  // ok: path-traversal
  fs.readFileSync(inside(req.query.p));
  // ruleid: path-traversal
  fs.readFileSync(anywhere(req.query.p));
});
