const express = require('express'), fs = require('fs'), path = require('path'), cp = require('child_process'), util = require('util'), http = require('http'), https = require('https'), url = require('url'), vm = require('vm'), crypto = require('crypto');
const { exec, execSync, spawn, spawnSync, execFile, fork } = require('child_process');
const execa = require('execa'), shell = require('shelljs'), crossSpawn = require('cross-spawn'), axios = require('axios'), got = require('got'), request = require('request'), needle = require('needle'), superagent = require('superagent'), fetch = require('node-fetch');
const mysql = require('mysql'), { Pool, Client } = require('pg'), sqlite3 = require('sqlite3'), Sequelize = require('sequelize'), knex = require('knex')({}), mongoose = require('mongoose');
const _ = require('lodash'), ejs = require('ejs'), pug = require('pug'), nunjucks = require('nunjucks'), Handlebars = require('handlebars'), mustache = require('mustache'), serialize = require('node-serialize'), yaml = require('js-yaml'), libxmljs = require('libxmljs'), xpath = require('xpath'), ldap = require('ldapjs'), AdmZip = require('adm-zip'), unzipper = require('unzipper'), tar = require('tar');
const app = express();
app.get('/cmd', async (req, res) => {
  const d = req.query.dir;
  // ruleid: command-injection
  exec('ls ' + d);
  // ruleid: command-injection
  execSync(`ls ${d}`);
  // ruleid: command-injection
  cp.exec('ls ' + d, cb);
  // ok: command-injection
  spawn('ls', [d]);
  // ruleid: command-injection
  spawn('ls ' + d, { shell: true });
  // ruleid: command-injection
  spawn('ls', [d], { shell: true });
  // ruleid: command-injection
  spawn('sh', ['-c', 'ls ' + d]);
  // ruleid: command-injection
  spawnSync('/bin/bash', ['-c', d]);
  // ok: command-injection
  execFile('ls', [d]);
  // ruleid: command-injection
  execFile(d, []);
  // ruleid: command-injection
  spawn(d);
  // ruleid: command-injection
  fork(d);
  // ruleid: command-injection
  shell.exec('ls ' + d);
  // ruleid: command-injection
  execa(d);
  // ruleid: command-injection
  execa.command('ls ' + d);
  // ruleid: command-injection
  execa.shell('ls ' + d);
  // ruleid: command-injection
  crossSpawn(d, []);
  // ok: command-injection
  crossSpawn('ls', [d]);
  // ruleid: command-injection
  util.promisify(exec)('ls ' + d);
  const run = util.promisify(cp.exec);
  // ruleid: command-injection
  await run('ls ' + d);
  // ok: command-injection
  exec('ls');
  // ok: command-injection
  exec(`ls ${parseInt(d, 10)}`);
  if (!['a', 'b'].includes(d)) return res.sendStatus(400);
  // ok: command-injection
  exec('ls ' + d);
});
app.get('/code', (req, res) => {
  const c = req.query.c;
  // ruleid: code-injection
  eval(c);
  // ruleid: code-injection
  eval('(' + c + ')');
  // ruleid: code-injection
  new Function(c)();
  // ruleid: code-injection
  new Function('a', 'return ' + c);
  // ruleid: code-injection
  Function(c)();
  // ruleid: code-injection
  setTimeout(c, 10);
  // ruleid: code-injection
  setInterval('f(' + c + ')', 10);
  // ok: code-injection
  setTimeout(() => f(c), 10);
  // ruleid: code-injection
  vm.runInNewContext(c);
  // ruleid: code-injection
  vm.runInThisContext(c);
  // ruleid: code-injection
  new vm.Script(c);
  // ruleid: code-injection
  vm.runInContext(c, ctx);
  // ruleid: code-injection
  vm.compileFunction(c);
  // ruleid: code-injection
  const { VM } = require('vm2'); new VM().run(c);
  // ruleid: code-injection
  require(c);
  // ruleid: code-injection
  import(c);
  // ok: code-injection
  JSON.parse(c);
  // ruleid: template-injection
  ejs.render(c, {});
  // ok: template-injection
  ejs.render('<%= a %>', { a: c });
  // ruleid: template-injection
  pug.compile(c);
  // ruleid: template-injection
  pug.render('p ' + c);
  // ruleid: template-injection
  nunjucks.renderString(c, {});
  // ruleid: template-injection
  Handlebars.compile(c)({});
  // ruleid: template-injection
  _.template(c)();
  // ruleid: template-injection
  mustache.render(c, {});
  // ruleid: template-injection
  res.render('page', req.query);
  // ok: template-injection
  res.render('page', { a: c });
  // ruleid: path-traversal
  res.render(c);
  // ruleid: code-injection
  actions[c]();
  // ruleid: code-injection
  global[c]();
  // ok: code-injection
  if (Object.hasOwn(actions, c)) actions[c]();
});
app.get('/sql', async (req, res) => {
  const n = req.query.n;
  const con = mysql.createConnection({});
  // ruleid: sql-injection
  con.query("select * from t where n = '" + n + "'");
  // ruleid: sql-injection
  con.query(`select * from t where n = '${n}'`, cb);
  // ok: sql-injection
  con.query('select * from t where n = ?', [n]);
  // ok: sql-injection
  con.query('select * from t where n = ' + mysql.escape(n));
  // ok: sql-injection
  con.query('select * from t where n = ' + con.escape(n));
  // ruleid: sql-injection
  con.execute('select * from t where n = ' + n);
  // ruleid: sql-injection
  con.query({ sql: 'select * from t where n = ' + n });
  // ok: sql-injection
  con.query(mysql.format('select * from t where n = ?', [n]));
  const pool = new Pool();
  // ruleid: sql-injection
  await pool.query('select * from t where n = ' + n);
  // ok: sql-injection
  await pool.query('select * from t where n = $1', [n]);
  // ruleid: sql-injection
  await pool.query({ text: 'select * from t where n = ' + n });
  const client = await pool.connect();
  // ruleid: sql-injection
  await client.query(`select ${n}`);
  const db = new sqlite3.Database('x');
  // ruleid: sql-injection
  db.all('select * from t where n = ' + n);
  // ruleid: sql-injection
  db.get(`select * from t where n = '${n}'`);
  // ok: sql-injection
  db.run('delete from t where n = ?', n);
  // ruleid: sql-injection
  db.exec('delete from t where n = ' + n);
  const sequelize = new Sequelize('x');
  // ruleid: sql-injection
  sequelize.query("select * from t where n = '" + n + "'");
  // ok: sql-injection
  sequelize.query('select * from t where n = :n', { replacements: { n } });
  // ruleid: sql-injection
  User.findAll({ where: sequelize.literal("n = '" + n + "'") });
  // ok: sql-injection
  User.findAll({ where: { n } });
  // ruleid: sql-injection
  knex.raw("select * from t where n = '" + n + "'");
  // ok: sql-injection
  knex.raw('select * from t where n = ?', [n]);
  // ruleid: sql-injection
  knex('t').whereRaw('n = ' + n);
  // ok: sql-injection
  knex('t').where('n', n);
  // ruleid: sql-injection
  knex('t').orderByRaw(n);
  // ruleid: sql-injection
  prisma.$queryRawUnsafe('select * from t where n = ' + n);
  // ok: sql-injection
  prisma.$queryRaw`select * from t where n = ${n}`;
  // ruleid: sql-injection
  prisma.$executeRawUnsafe(`delete from t where n = '${n}'`);
  const repo = getRepository(User);
  // ruleid: sql-injection
  repo.query('select * from t where n = ' + n);
  // ruleid: sql-injection
  repo.createQueryBuilder('u').where("u.n = '" + n + "'");
  // ok: sql-injection
  repo.createQueryBuilder('u').where('u.n = :n', { n });
  const sql = require('mssql');
  // ruleid: sql-injection
  new sql.Request().query('select * from t where n = ' + n);
  // ok: sql-injection
  await sql.query`select * from t where n = ${n}`;
  const Database = require('better-sqlite3'); const b = new Database('x');
  // ruleid: sql-injection
  b.prepare('select * from t where n = ' + n).all();
  // ok: sql-injection
  b.prepare('select * from t where n = ?').all(n);
  // ruleid: sql-injection
  b.exec(`delete from t where n = '${n}'`);
});
app.post('/nosql', async (req, res) => {
  // ruleid: nosql-injection
  User.find({ name: req.body.name });
  // ruleid: nosql-injection
  User.findOne({ name: req.body.name, password: req.body.password });
  // ok: nosql-injection
  User.findOne({ name: String(req.body.name) });
  // ok: nosql-injection
  User.findOne({ name: { $eq: req.body.name } });
  // ruleid: nosql-injection
  User.find({ $where: "this.name == '" + req.body.name + "'" });
  // ruleid: nosql-injection
  db.collection('u').find(req.body);
  // ruleid: nosql-injection
  db.collection('u').findOne({ _id: req.body.id });
  // ruleid: nosql-injection
  db.collection('u').updateOne({ n: req.body.n }, { $set: { a: 1 } });
  // ruleid: nosql-injection
  db.collection('u').deleteMany(req.query);
  // ok: nosql-injection
  User.findById(req.params.id);
  if (typeof req.body.name !== 'string') return;
  // ok: nosql-injection
  User.findOne({ name: req.body.name });
});
app.get('/path', (req, res) => {
  const f = req.query.f;
  // ruleid: path-traversal
  fs.readFile(f, cb);
  // ruleid: path-traversal
  fs.readFileSync('/srv/' + f);
  // ruleid: path-traversal
  fs.readFileSync(path.join('/srv', f));
  // ruleid: path-traversal
  fs.readFileSync(path.resolve('/srv', f));
  // ok: path-traversal
  fs.readFileSync(path.join('/srv', path.basename(f)));
  // ruleid: path-traversal
  fs.createReadStream(f).pipe(res);
  // ruleid: path-traversal
  fs.promises.readFile(f);
  // ruleid: path-traversal
  fs.unlinkSync(f);
  // ruleid: path-traversal
  fs.writeFile(path.join('/srv', f), 'x', cb);
  // ruleid: path-traversal
  fs.rename(f, 'x', cb);
  // ruleid: path-traversal
  fs.mkdir(f, cb);
  // ruleid: path-traversal
  fs.readdirSync(f);
  fs.existsSync(f);
  // ruleid: path-traversal
  res.sendFile(f);
  // ruleid: path-traversal
  res.sendFile(path.join(__dirname, f));
  // ok: path-traversal
  res.sendFile(f, { root: '/srv' });
  // ruleid: path-traversal
  res.download('/srv/' + f);
  const p = path.normalize(path.join('/srv', f));
  if (!p.startsWith('/srv/')) return res.sendStatus(403);
  // ok: path-traversal
  fs.readFileSync(p);
});
app.get('/path2', (req, res) => {
  const root = '/srv/';
  const p = path.resolve(root, req.query.f);
  if (p.indexOf(root) !== 0) return res.status(403).end();
  // ok: path-traversal
  fs.readFileSync(p);
  const rel = path.relative(root, path.resolve(root, req.params.g));
  if (rel.startsWith('..') || path.isAbsolute(rel)) return;
  // ok: path-traversal
  fs.readFileSync(path.join(root, rel));
  const q = req.query.q;
  if (q.includes('..')) return;
  // ok: path-traversal
  fs.readFileSync('/srv/' + q);
});
app.post('/zip', (req, res) => {
  const zip = new AdmZip('x.zip');
  zip.getEntries().forEach((e) => {
    // ruleid: path-traversal
    fs.writeFileSync(path.join('/srv', e.entryName), e.getData());
  });
  fs.createReadStream('x.zip').pipe(unzipper.Parse()).on('entry', (entry) => {
    // ruleid: path-traversal
    entry.pipe(fs.createWriteStream(path.join('/srv', entry.path)));
  });
  fs.createReadStream('x.zip').pipe(unzipper.Parse()).on('entry', (entry) => {
    const name = path.basename(entry.path);
    // ok: path-traversal
    entry.pipe(fs.createWriteStream(path.join('/srv', name)));
  });
});
app.get('/ssrf', async (req, res) => {
  const u = req.query.u;
  // ruleid: ssrf
  axios.get(u);
  // ruleid: ssrf
  axios(u);
  // ruleid: ssrf
  axios({ url: u });
  // ruleid: ssrf
  axios.post(u, {});
  // ruleid: ssrf
  axios.create({ baseURL: u });
  // ruleid: ssrf
  got(u);
  // ruleid: ssrf
  got.get(u);
  // ruleid: ssrf
  fetch(u);
  // ruleid: ssrf
  fetch('http://' + u);
  // ok: ssrf
  fetch('https://api.example.com/' + u);
  // ok: ssrf
  fetch(`https://api.example.com/${encodeURIComponent(u)}`);
  // ruleid: ssrf
  request(u);
  // ruleid: ssrf
  request({ uri: u });
  // ruleid: ssrf
  request.get(u);
  // ruleid: ssrf
  needle.get(u);
  // ruleid: ssrf
  needle('get', u);
  // ruleid: ssrf
  superagent.get(u);
  // ruleid: ssrf
  http.get(u);
  // ruleid: ssrf
  https.request(u);
  // ruleid: ssrf
  https.get({ hostname: u });
  // ruleid: ssrf
  http.request({ host: u, path: '/' });
  // ruleid: ssrf
  const undici = require('undici'); undici.request(u);
  // ruleid: ssrf
  undici.fetch(u);
  // ruleid: ssrf
  const page = await browser.newPage(); await page.goto(u);
  const h = new URL(u).hostname;
  if (!ALLOWED.includes(h)) return;
  // ok: ssrf
  fetch(u);
});
app.get('/redirect', (req, res) => {
  // ruleid: open-redirect
  res.redirect(req.query.u);
  // ruleid: open-redirect
  res.redirect(301, req.query.u);
  // ruleid: open-redirect
  res.redirect('https://' + req.query.u);
  // ok: open-redirect
  res.redirect('/x/' + req.query.u);
  // ruleid: open-redirect
  res.redirect('/' + req.query.u);
  // ruleid: open-redirect
  res.redirect(req.get('Referer'));
  // ok: open-redirect
  res.redirect('back');
  // ruleid: open-redirect
  res.location(req.query.u);
  // ruleid: open-redirect
  res.writeHead(302, { Location: req.query.u });
  // ruleid: open-redirect
  res.setHeader('Location', req.query.u);
  // ruleid: open-redirect
  res.set('Location', req.query.u);
  // ok: open-redirect
  res.redirect(`https://example.com/?x=${req.query.u}`);
  const u = req.query.u;
  // ok: open-redirect
  if (u.startsWith('/') && !u.startsWith('//')) res.redirect(u);
  // ok: open-redirect
  if (['/a', '/b'].includes(u)) res.redirect(u);
  const parsed = url.parse(u);
  // ok: open-redirect
  if (parsed.host === 'example.com') res.redirect(u);
});
