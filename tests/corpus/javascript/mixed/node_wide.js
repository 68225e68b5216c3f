const express = require('express');
const http = require('http');
const https = require('https');
const url = require('url');
const path = require('path');
const fs = require('fs');
const cp = require('child_process');
const crypto = require('crypto');
const querystring = require('querystring');
const { MongoClient } = require('mongodb');
const mongoose = require('mongoose');
const sqlite3 = require('sqlite3');
const { Pool, Client } = require('pg');
const mssql = require('mssql');
const ldap = require('ldapjs');
const jwt = require('jsonwebtoken');
const session = require('express-session');
const bodyParser = require('body-parser');
const cookieParser = require('cookie-parser');
const escape = require('escape-html');
const xmldom = require('@xmldom/xmldom');
const xml2js = require('xml2js');
const libxml = require('libxmljs2');
const multer = require('multer');
const winston = require('winston');
const logger = winston.createLogger();
const nodemailer = require('nodemailer');
const unzipper = require('unzipper');
const tar = require('tar-stream');
const AdmZip = require('adm-zip');
const shell = require('shelljs');
const execa = require('execa');
const app = express();
const pool = new Pool();

const server = http.createServer((req, res) => {
  const parsed = url.parse(req.url, true);
  const q = parsed.query.q;
  // ruleid: command-injection
  cp.exec('ls ' + q);
  // ruleid: command-injection
  cp.execFileSync(q, []);
  // ruleid: command-injection
  cp.spawn('cmd.exe', ['/C', q]);
  // ruleid: path-traversal
  fs.readFile(parsed.query.path, () => {});
  // ruleid: path-traversal
  fs.readFile(path.join('/srv', path.normalize(q)), () => {});
  // ruleid: xss
  res.write('<p>' + q);
  // ok: xss
  res.end(escape(q));
  // ruleid: open-redirect
  res.writeHead(302, { Location: q });
  // ok: open-redirect
  res.setHeader('Location', 'https://example.com/' + q);
  // ruleid: ssrf
  http.get(q);
  // ok: ssrf
  http.get({ hostname: 'example.com', path: '/' + q });
  // ruleid: ssrf
  https.request('https://' + q + '/x');
  const u = new URL(req.url, 'http://localhost');
  // ruleid: code-injection
  eval(u.searchParams.get('code'));
  // ruleid: path-traversal
  fs.createReadStream(__dirname + u.pathname);
});

app.get('/user/:id', (req, res) => {
  if (!req.params.id.match(/^[0-9]+$/)) return res.status(400).end();
  // ok: path-traversal
  pool.query('SELECT * FROM u WHERE id = ' + req.params.id);
});

app.get('/user2/:id', (req, res) => {
  const { id } = req.params;
  // ruleid: sql-injection
  pool.query('SELECT * FROM u WHERE id = $1 AND n = \'' + req.query.n + "'", [id]);
  // ok: sql-injection
  pool.query({ text: 'SELECT * FROM u WHERE id = $1', values: [id] });
  // ruleid: sql-injection
  pool.query({ text: `SELECT * FROM u WHERE id = ${id}` });
  new sqlite3.Database(':memory:').all("SELECT * FROM u WHERE id = '" + id + "'");
  // ok: sql-injection
  new sqlite3.Database(':memory:').get('SELECT * FROM u WHERE id = ?', id);
  // ruleid: sql-injection
  new mssql.Request().query("SELECT * FROM u WHERE id = '" + id + "'");
  // ok: sql-injection
  mssql.query`SELECT * FROM u WHERE id = ${id}`;
  const client = new Client();
  // ruleid: sql-injection
  client.query("DELETE FROM u WHERE n = '" + req.cookies.n + "'");
  const stmt = ['SELECT * FROM u WHERE id =', id].join(' ');
  // ruleid: sql-injection
  client.query(stmt);
  const n = Number(id);
  // ok: sql-injection
  client.query('SELECT * FROM u WHERE id = ' + n);
  const sort = req.query.sort === 'asc' ? 'ASC' : 'DESC';
  // ok: sql-injection
  client.query('SELECT * FROM u ORDER BY n ' + sort);
});

app.post('/m', async (req, res) => {
  const dbm = (await MongoClient.connect('mongodb://x')).db('d');
  // ruleid: nosql-injection
  dbm.collection('u').find({ name: req.body.name });
  // ok: nosql-injection
  dbm.collection('u').find({ name: `${req.body.name}` });
  // ok: nosql-injection
  dbm.collection('u').find({ name: req.body.name.toString() });
  // ruleid: mass-assignment
  dbm.collection('u').updateOne({ _id: req.body.id }, { $set: req.body });
  const U = mongoose.model('U');
  // ok: mass-assignment
  U.find({ age: { $gt: Number(req.body.age) } });
  // ruleid: nosql-injection
  U.deleteMany({ name: req.body.name });
  // ruleid: nosql-injection
  U.findOne({ email: req.query.email });
  // ok: nosql-injection
  U.where('x').equals(req.body.x);
  if (typeof req.body.name !== 'string') return res.status(400).end();
  // ok: nosql-injection
  U.findOne({ name: req.body.name });
  // ok: nosql-injection
  U.findById(req.params.id);
  // ruleid: mass-assignment
  U.findOneAndUpdate({ _id: req.params.id }, req.body);
  const query = JSON.parse(req.query.filter);
  // ruleid: nosql-injection
  dbm.collection('u').find(query);
});

app.get('/x', (req, res) => {
  const name = req.query.name;
  // ruleid: xss
  res.send('Hi ' + name);
  // ok: xss
  res.send(`Hi ${encodeURIComponent(name)}`);
  // ok: xss
  res.type('text/plain').send('Hi ' + name);
  res.set('Content-Type', 'application/json');
  res.status(404).send('Not found: ' + req.originalUrl);
  // ok: xss
  res.jsonp({ name });
  // ok: xss
  res.send(JSON.stringify({ name }));
  const safe = name.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  // ok: xss
  res.send('<b>' + safe + '</b>');
  // ruleid: xss
  res.send('<b>' + name.replace('<', '&lt;') + '</b>');
  // ok: xss
  res.send('<b>' + Number(name) + '</b>');
});

app.get('/r', (req, res) => {
  const to = req.query.to;
  if (to.startsWith('/') && !to.startsWith('//')) {
    // ok: xss
    return res.redirect(to);
  }
  if (new URL(to, 'https://example.com').origin === 'https://example.com') {
    // ok: xss
    return res.redirect(to);
  }
  if (to.startsWith('https://example.com')) {
    // ruleid: open-redirect
    return res.redirect(to);
  }
  if (to.includes('example.com')) {
    // ruleid: open-redirect
    return res.redirect(to);
  }
  if (to.indexOf('/') === 0) {
    // ruleid: open-redirect
    return res.redirect(to);
  }
  res.redirect(url.parse(to).path);
  // ruleid: open-redirect
  res.redirect(301, 'https://' + req.headers.host + req.url);
  // ok: open-redirect
  res.redirect(req.baseUrl + '/login');
  // ruleid: open-redirect
  res.redirect(to + '?x=1');
  // ruleid: open-redirect
  res.redirect('/' + to);
  // ok: open-redirect
  res.redirect('/x/' + to);
});

app.get('/p', (req, res) => {
  const root = '/srv/files';
  let p = path.resolve(root, req.query.p);
  if (p.indexOf(root + '/') !== 0) return res.end();
  // ok: open-redirect
  fs.readFileSync(p);
  const f = req.query.f.replace(/^(\.\.(\/|\\|$))+/, '');
  fs.readFileSync(path.join(root, f));
  if (req.query.g.includes('..') || path.isAbsolute(req.query.g)) return res.end();
  // ok: open-redirect
  fs.readFileSync(path.join(root, req.query.g));
  if (!/^[\w-]+$/.test(req.query.h)) return res.end();
  // ok: open-redirect
  fs.readFileSync(path.join(root, req.query.h));
  // ruleid: path-traversal
  res.sendFile('/srv/' + req.query.s);
  // ruleid: path-traversal
  res.sendfile(path.join(root, req.query.s));
  // ruleid: path-traversal
  require('fs-extra').readJson(req.query.s);
  // ruleid: path-traversal
  fs.promises.writeFile(req.body.name, 'x');
  // ruleid: path-traversal
  fs.existsSync(req.query.e);
  // ruleid: path-traversal
  fs.rename(req.query.a, '/b', () => {});
  const upload = multer({ dest: 'x/' });
  // ruleid: path-traversal
  fs.writeFileSync('./uploads/' + req.file.originalname, 'x');
  const rel = path.relative(root, path.join(root, req.query.q));
  if (rel.startsWith('..') || path.isAbsolute(rel)) return res.end();
  fs.readFileSync(path.join(root, req.query.q));
});

fs.createReadStream('a.zip').pipe(unzipper.Parse()).on('entry', (entry) => {
  // ruleid: path-traversal
  entry.pipe(fs.createWriteStream(entry.path));
  // ruleid: path-traversal
  entry.pipe(fs.createWriteStream(path.join('out', entry.path)));
  // ok: path-traversal
  entry.pipe(fs.createWriteStream(path.join('out', path.basename(entry.path))));
});
const ex = tar.extract();
ex.on('entry', (header, stream, next) => {
  // ruleid: path-traversal
  stream.pipe(fs.createWriteStream(header.name));
});
new AdmZip('a.zip').getEntries().forEach((e) => {
  // ruleid: path-traversal
  fs.writeFileSync(path.join('out', e.entryName), e.getData());
});

app.post('/s', (req, res) => {
  // ruleid: command-injection
  shell.exec('ls ' + req.body.d);
  // ruleid: command-injection
  execa.command('ls ' + req.body.d);
  // ok: command-injection
  execa('ls', [req.body.d]);
  // ruleid: command-injection
  execa.shell('ls ' + req.body.d);
  // ruleid: command-injection
  cp.spawnSync('bash', ['-c', `ls ${req.body.d}`]);
  // ruleid: command-injection
  cp.fork(req.body.script);
  // ruleid: command-injection
  cp.execSync(`ls ${JSON.stringify(req.body.d)}`);
  const host = req.body.host;
  if (!/^[a-z0-9.-]+$/i.test(host)) return res.status(400).end();
  // ok: command-injection
  cp.exec('ping -c1 ' + host);
  const allowed = ['ls', 'pwd'];
  // ok: command-injection
  if (allowed.includes(req.body.cmd)) cp.exec(req.body.cmd);
  if (!allowed.includes(req.body.c2)) return res.end();
  // ok: command-injection
  cp.exec(req.body.c2);
  switch (req.body.c3) {
    case 'a':
      // ok: command-injection
      cp.exec(req.body.c3);
  }
});

app.post('/l', (req, res) => {
  const client = ldap.createClient({ url: 'ldap://x' });
  // ruleid: ldap-injection
  client.search('dc=x', { filter: `(uid=${req.body.u})` }, () => {});
  // ok: ldap-injection
  client.search('dc=x', { filter: new ldap.EqualityFilter({ attribute: 'uid', value: req.body.u }) }, () => {});
  // ruleid: ldap-injection
  client.bind('cn=' + req.body.u, req.body.p, () => {});
  // ruleid: log-injection
  logger.info(`user ${req.body.u}`);
  // ok: log-injection
  logger.info('user ' + req.body.u.replace(/[\r\n]/g, ''));
  // ruleid: log-injection
  console.error('bad user: ' + req.body.u);
  // ok: log-injection
  console.log(JSON.stringify(req.body.u));
  // ruleid: data-exposure
  logger.info('card ' + req.body.creditCard);
  // ruleid: data-exposure
  console.log(process.env);
  // ruleid: data-exposure
  console.log('token is ' + token);
  // ruleid: log-injection
  console.log('Authorization:', req.headers.authorization);
  // ruleid: data-exposure
  fs.writeFileSync('users.txt', 'password=' + req.body.password);
  // ruleid: data-exposure
  localStorage.setItem('password', req.body.password);
});

app.post('/h', (req, res) => {
  // ruleid: header-injection
  res.setHeader('X-User', req.body.u);
  // ruleid: header-injection
  res.set(req.body.h, '1');
  const link = 'https://' + req.headers.host + '/reset?token=' + token;
  // ruleid: xss
  transporter.sendMail({ to: user.email, subject: 'Reset', html: `<a href="${link}">x</a>` });
  // ruleid: xss
  transporter.sendMail({ to: user.email, subject: req.body.s, html: '<p>' + req.body.m });
  // ok: xss
  transporter.sendMail({ to: user.email, subject: 'x', text: req.body.m });
  // ok: xss
  res.cookie('name', req.body.u, { httpOnly: true, secure: true });
});

app.post('/o', (req, res) => {
  const obj = {};
  // ruleid: prototype-pollution
  obj[req.body.k] = req.body.v;
  const clean = Object.create(null);
  // ok: prototype-pollution
  clean[req.body.k] = req.body.v;
  if (req.body.k === '__proto__' || req.body.k === 'constructor' || req.body.k === 'prototype') return;
  // ok: prototype-pollution
  obj[req.body.k] = req.body.v;
});

function merge(dst, src) {
  for (const key in src) {
    if (typeof src[key] === 'object') merge(dst[key], src[key]);
    // ruleid: prototype-pollution
    else dst[key] = src[key];
  }
}

function merge2(dst, src) {
  for (const key in src) {
    if (key === '__proto__' || key === 'constructor') continue;
    if (typeof src[key] === 'object') merge2(dst[key], src[key]);
    // ok: prototype-pollution
    else dst[key] = src[key];
  }
}

function setPath(obj, p, value) {
  const parts = p.split('.');
  for (let i = 0; i < parts.length - 1; i++) obj = obj[parts[i]];
  // ruleid: prototype-pollution
  obj[parts[parts.length - 1]] = value;
}

app.post('/xml', (req, res) => {
  // ruleid: xxe
  libxml.parseXml(req.body, { noent: true });
  // ok: xxe
  libxml.parseXml(req.body);
  // ok: xxe
  xml2js.parseString(req.body, () => {});
  new (require('node-expat').Parser)().write(req.body);
  // ok: xxe
  new libxml.SaxParser().parseString(req.body);
});
