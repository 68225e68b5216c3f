const express = require('express');
const session = require('express-session');
const cookieSession = require('cookie-session');
const helmet = require('helmet');
const cors = require('cors');
const path = require('path');
const fs = require('fs');
const crypto = require('crypto');
const jwt = require('jsonwebtoken');
const mysql = require('mysql2');
const { exec, execSync, spawn, execFile } = require('child_process');
const vm = require('vm');
const axios = require('axios');
const needle = require('needle');
const request = require('request');
const got = require('got');
const yaml = require('js-yaml');
const serialize = require('node-serialize');
const handlebars = require('handlebars');
const ejs = require('ejs');
const pug = require('pug');
const nunjucks = require('nunjucks');
const _ = require('lodash');
const libxmljs = require('libxmljs');
const xpath = require('xpath');
const puppeteer = require('puppeteer');
const multer = require('multer');
const bcrypt = require('bcrypt');
const passport = require('passport');
const app = express();
// ruleid: hardcoded-secret
const db = mysql.createConnection({ host: 'localhost', user: 'root', password: 'toor-1234', database: 'x' });

// ruleid: hardcoded-secret, insecure-cookie
app.use(session({
  secret: 'keyboard cat',
  resave: false,
  cookie: { secure: false, httpOnly: false },
}));
// ruleid: hardcoded-secret
app.use(cookieSession({ name: 'session', keys: ['key1-secret', 'key2-secret'], maxAge: 100 }));
// ruleid: misconfiguration
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: cors
app.use(cors());
// ruleid: cors
app.use(cors({ origin: '*', credentials: true }));
// ruleid: cors
app.use(cors({ origin: true, credentials: true }));
// ok: cors
app.use(cors({ origin: ['https://app.example.com'] }));
// ruleid: cors
app.use(cors({ origin: (origin, cb) => cb(null, true) }));
app.use((req, res, next) => {
  // ruleid: cors
  res.header('Access-Control-Allow-Origin', '*');
  // ruleid: cors
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
  // ok: cors
  res.set('Access-Control-Allow-Origin', 'https://app.example.com');
  res.header('X-XSS-Protection', 0);
  next();
});

app.get('/cmd', (req, res) => {
  // ruleid: command-injection
  exec('ping -c 4 ' + req.query.host, (e, out) => res.type('text').send(out));
  // ruleid: command-injection
  exec(`git log ${req.query.branch}`);
  // ruleid: command-injection
  execSync('nslookup ' + req.params.host);
  // ok: command-injection
  execFile('ping', ['-c', '4', req.query.host]);
  // ok: command-injection
  spawn('ping', [req.query.host]);
  // ruleid: command-injection
  spawn('ping ' + req.query.host, { shell: true });
  // ruleid: command-injection
  spawn('sh', ['-c', 'ping ' + req.query.host]);
  // ruleid: command-injection
  spawn(req.body.program, []);
  // ruleid: command-injection
  spawn('ls', [req.query.d], { shell: true });
  // ruleid: command-injection
  execFile('ls', [req.query.d], { shell: true });
});

app.get('/sql', async (req, res) => {
  // ruleid: sql-injection
  db.query('SELECT * FROM users WHERE id = ' + req.params.id);
  // ruleid: sql-injection
  db.query(`SELECT * FROM users WHERE name = '${req.body.name}'`, (e, r) => res.json(r));
  // ok: sql-injection
  db.query('SELECT * FROM users WHERE id = ?', [req.params.id]);
  // ok: sql-injection
  db.execute('SELECT * FROM users WHERE id = ?', [req.params.id]);
  // ok: sql-injection
  db.query('SELECT * FROM users WHERE id = ' + mysql.escape(req.params.id));
  // ok: sql-injection
  db.query('SELECT * FROM users WHERE id = ' + parseInt(req.params.id, 10));
  const sql = "SELECT * FROM products WHERE category = '" + req.query.cat + "' AND released = 1";
  // ruleid: sql-injection
  db.query(sql);
  const q = { sql: 'SELECT * FROM t WHERE a = ' + req.query.a, timeout: 100 };
  // ruleid: sql-injection
  db.query(q);
  const order = ['name', 'price'].includes(req.query.sort) ? req.query.sort : 'name';
  // ok: sql-injection
  db.query(`SELECT * FROM products ORDER BY ${order}`);
});

app.get('/xss', (req, res) => {
  // ruleid: xss
  res.send('<h1>Hello ' + req.query.name + '</h1>');
  // ruleid: xss
  res.write(`<p>${req.query.name}</p>`);
  // ruleid: xss
  res.end('<b>' + req.query.name + '</b>');
  // ok: xss
  res.send('<h1>' + _.escape(req.query.name) + '</h1>');
  // ok: xss
  res.json({ name: req.query.name });
  // ruleid: xss
  res.status(200).send(req.body.html);
  // ok: xss
  res.render('index', { name: req.query.name });
  // ok: xss
  res.send({ name: req.query.name });
});

app.get('/path', (req, res) => {
  // ruleid: path-traversal
  fs.readFile('./uploads/' + req.query.file, 'utf8', () => {});
  // ruleid: path-traversal
  fs.readFileSync(path.join(__dirname, 'public', req.query.file));
  // ruleid: path-traversal
  res.sendFile(path.join(__dirname, req.params.name));
  // ok: path-traversal
  res.sendFile(req.query.file, { root: '/var/uploads' });
  // ruleid: path-traversal
  res.download(req.query.file);
  // ok: path-traversal
  fs.readFile(path.join(__dirname, 'public', path.basename(req.query.file)), () => {});
  // ruleid: path-traversal
  fs.createReadStream(req.query.path).pipe(res);
  // ruleid: path-traversal
  fs.unlink(`uploads/${req.body.file}`, () => {});
  const base = path.resolve('/srv/files');
  const full = path.resolve(base, req.query.file);
  if (!full.startsWith(base + path.sep)) return res.status(403).end();
  // ok: path-traversal
  fs.readFile(full, () => {});
  // ruleid: path-traversal
  res.render(req.query.view);
});

app.get('/redirect', (req, res) => {
  // ruleid: open-redirect
  res.redirect(req.query.url);
  // ruleid: open-redirect
  res.redirect(302, req.query.next);
  // ruleid: open-redirect
  res.location(req.query.url);
  // ruleid: open-redirect
  res.writeHead(302, { Location: req.query.url });
  // ok: open-redirect
  res.redirect('/users/' + req.user.id);
  // ok: open-redirect
  res.redirect('https://example.com/?q=' + encodeURIComponent(req.query.q));
  const allowed = { home: '/', docs: '/docs' };
  // ok: open-redirect
  res.redirect(allowed[req.query.to] || '/');
  // ok: open-redirect
  if (['/a', '/b'].includes(req.query.url)) res.redirect(req.query.url);
  // ruleid: open-redirect
  res.redirect(req.get('Referrer'));
  // ruleid: open-redirect
  res.redirect(`${req.query.path}`);
});

app.get('/ssrf', async (req, res) => {
  // ruleid: ssrf
  await axios.get(req.query.url);
  // ruleid: ssrf
  await axios({ method: 'get', url: req.body.url });
  // ruleid: ssrf
  await fetch(req.query.url);
  // ruleid: ssrf
  needle.get(req.query.url, () => {});
  // ruleid: ssrf
  request(req.query.url).pipe(res);
  // ruleid: ssrf
  await got(`http://${req.query.host}/status`);
  // ok: ssrf
  await axios.get('https://api.example.com/users/' + encodeURIComponent(req.query.id));
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  // ruleid: ssrf
  await page.goto(req.query.url);
  // ruleid: ssrf
  await page.setContent('' + req.body.html);
  // ruleid: ssrf
  require('http').get({ host: req.query.host, path: '/' });
});

app.post('/code', (req, res) => {
  // ruleid: code-injection
  eval(req.body.code);
  // ruleid: code-injection
  new Function('a', req.body.code)(1);
  // ruleid: code-injection
  setTimeout(req.body.code, 100);
  // ruleid: code-injection
  setTimeout('f(' + req.query.x + ')', 1);
  // ok: code-injection
  setTimeout(() => log(req.body.code), 100);
  // ruleid: code-injection
  vm.runInNewContext(req.body.code, {});
  // ruleid: code-injection
  vm.runInContext('x = ' + req.query.q, {});
  // ruleid: code-injection
  new vm.Script(req.body.code).runInThisContext();
  const { VM } = require('vm2');
  // ruleid: code-injection
  new VM().run(req.body.code);
  // ruleid: code-injection
  require(req.query.module);
  // ruleid: code-injection
  global[req.body.fn](req.body.arg);
  // ok: code-injection
  JSON.parse(req.body.code);
});

app.post('/tpl', (req, res) => {
  // ruleid: template-injection
  handlebars.compile(req.body.t)({});
  // ruleid: template-injection
  ejs.render(req.body.t, {});
  // ruleid: template-injection
  pug.compile('h1 ' + req.body.t)();
  // ruleid: template-injection
  pug.render(req.body.t);
  // ruleid: template-injection
  nunjucks.renderString(req.body.t, {});
  // ruleid: template-injection
  _.template(req.body.t)({});
  // ok: template-injection
  ejs.render('<%= t %>', { t: req.body.t });
  // ruleid: xss
  nunjucks.configure('views', { autoescape: false });
});

app.post('/deser', (req, res) => {
  // ruleid: deserialization
  serialize.unserialize(req.body.data);
  // ruleid: deserialization
  yaml.load(req.body.y, { schema: yaml.DEFAULT_FULL_SCHEMA });
  // ruleid: deserialization
  require('serialize-to-js').deserialize(req.body.data);
  // ruleid: deserialization
  require('funcster').deepDeserialize(req.body.data);
  // ruleid: deserialization
  require('cryo').parse(req.body.data);
  // ruleid: deserialization
  require('v8').deserialize(Buffer.from(req.body.data, 'base64'));
  // ok: deserialization
  yaml.safeLoad(req.body.y);
});

app.post('/xml', (req, res) => {
  // ruleid: xxe
  libxmljs.parseXml(req.body.xml, { noent: true });
  // ruleid: xxe
  libxmljs.parseXmlString(req.body.xml, { noent: true, dtdload: true });
  // ok: xxe
  libxmljs.parseXml(req.body.xml);
  // ok: xxe
  libxmljs.parseXml(req.body.xml, { noent: false });
  // ruleid: xpath-injection
  xpath.select("//user[name='" + req.body.name + "']", doc);
  // ok: xpath-injection
  xpath.parse('/u[@n=$n]').select({ node: doc, variables: { n: req.body.name } });
});

app.post('/nosql', async (req, res) => {
  // ruleid: nosql-injection
  User.findOne({ username: req.body.username, password: req.body.password });
  // ruleid: nosql-injection
  await User.find({ $where: 'this.name == "' + req.body.name + '"' });
  // ok: nosql-injection
  await User.findOne({ username: String(req.body.username) });
  // ok: nosql-injection
  await User.findOne({ username: { $eq: req.body.username } });
  // ruleid: nosql-injection
  await User.find(req.query);
  // ruleid: mass-assignment
  await User.findByIdAndUpdate(req.params.id, req.body);
  // ruleid: mass-assignment
  await User.create(req.body);
  // ok: mass-assignment
  await User.create({ name: req.body.name, email: req.body.email });
  // ok: mass-assignment
  await User.update({ role: 'x' }, { where: { id: req.params.id } });
  // ruleid: nosql-injection
  db.collection('users').findOne({ name: req.body.name });
  // ruleid: mass-assignment
  Object.assign(user, req.body);
});

app.post('/proto', (req, res) => {
  // ruleid: prototype-pollution
  _.merge({}, req.body);
  // ruleid: prototype-pollution
  _.defaultsDeep(config, req.body);
  // ruleid: prototype-pollution
  _.set(config, req.body.path, req.body.value);
  // ruleid: prototype-pollution
  config[req.body.key] = req.body.value;
  // ruleid: prototype-pollution
  config[req.body.a][req.body.b] = req.body.value;
  // ruleid: prototype-pollution
  require('jquery').extend(true, {}, JSON.parse(req.body.x));
  const m = new Map();
  // ok: prototype-pollution
  m.set(req.body.key, req.body.value);
});

app.get('/redos', (req, res) => {
  // ruleid: regex-dos
  new RegExp(req.query.pattern).test('x');
  const re = /^(a+)+$/;
  // ruleid: regex-dos
  re.test(req.query.s);
  // ruleid: regex-dos
  /^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$/.test(req.body.email);
  // ok: regex-dos
  /^[a-z]+$/.test(req.query.s);
  // ok: regex-dos
  new RegExp(_.escapeRegExp(req.query.pattern));
  // ruleid: denial-of-service
  for (let i = 0; i < req.body.users.length; i++) { work(i); }
});

app.post('/login', async (req, res) => {
  const user = await db.findUser(req.body.username);
  // ruleid: authentication
  if (user.password === req.body.password) {
    // ruleid: authentication
    req.session.user = user;
    // ruleid: insecure-cookie
    res.cookie('session', user.id);
    // ok: insecure-cookie
    res.cookie('sid', user.sid, { httpOnly: true, secure: true, sameSite: 'strict' });
    // ruleid: insecure-cookie
    res.cookie('token', user.token, { httpOnly: false, secure: true });
    // ok: insecure-cookie
    res.cookie('theme', 'dark', { maxAge: 900000 });
  }
  // ok: authentication
  if (await bcrypt.compare(req.body.password, user.hash)) {
    // ok: authentication
    req.session.regenerate(() => { req.session.userId = user.id; });
  }
  // ruleid: hardcoded-secret
  const token = jwt.sign({ id: user.id }, 'secret');
  // ruleid: data-exposure
  jwt.sign({ id: user.id, password: user.password }, process.env.KEY, { expiresIn: '1h' });
  // ruleid: jwt
  jwt.sign({ id: user.id }, process.env.KEY, { algorithm: 'none' });
  // ok: jwt
  jwt.verify(token, process.env.KEY, { algorithms: ['HS256'] });
  // ruleid: jwt
  jwt.verify(token, null, { algorithms: ['none'] });
  // ruleid: jwt
  jwt.decode(token);
  // ruleid: data-exposure
  console.log('password: ' + req.body.password);
  // ruleid: log-injection
  console.log('login', req.body);
  // ruleid: log-injection
  console.log('user logged in: ' + req.body.username);
  // ok: data-exposure
  console.log('login ok');
  // ruleid: weak-hash
  const hash = crypto.createHash('md5').update(req.body.password).digest('hex');
  // ok: weak-hash
  const h2 = crypto.createHash('sha256').update(data).digest('hex');
  // ruleid: weak-crypto
  const c = crypto.createCipheriv('des-ede3-cbc', key, iv);
  // ruleid: weak-crypto
  const c1 = crypto.createCipher('aes-256-cbc', key);
  // ruleid: weak-crypto
  const c2 = crypto.createCipheriv('aes-256-ecb', key, null);
  // ok: weak-crypto
  const c3 = crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));
  // ruleid: weak-random
  const sessionId = Math.random().toString(36).substring(2);
  // ok: weak-random
  const resetToken = crypto.randomBytes(32).toString('hex');
  // ok: weak-random
  const color = Math.floor(Math.random() * 5);
  // ruleid: weak-random
  const t2 = crypto.pseudoRandomBytes(16);
  // ruleid: weak-hash
  const hashed = await bcrypt.hash(req.body.password, 5);
});

app.use((err, req, res, next) => {
  // ruleid: data-exposure
  res.status(500).send(err.stack);
});
app.get('/e2', async (req, res) => {
  try { await work(); } catch (err) {
    // ruleid: data-exposure
    res.status(500).json({ error: err.message, stack: err.stack });
  }
  try { await work(); } catch (err) {
    // ok: data-exposure
    res.status(500).json({ error: 'internal' });
  }
});

// ruleid: tls-verification
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
// ruleid: tls-verification
const agent = new (require('https').Agent)({ rejectUnauthorized: false });
// ok: tls-verification
const agent2 = new (require('https').Agent)({ rejectUnauthorized: true });
// ruleid: file-permissions
fs.chmodSync('/var/app/x', 0o777);
// ruleid: insecure-tempfile
fs.writeFileSync('/tmp/app-data.json', data);
// ruleid: file-permissions
fs.writeFileSync('/var/x', data, { mode: 0o666 });
// ruleid: file-permissions
fs.chmod('/x', '0777', () => {});
// ok: file-permissions
fs.mkdirSync('/x', 0o700);
// ruleid: hardcoded-secret
const apiKey = 'AKIAIOSFODNN7EXAMPLA';
// ruleid: hardcoded-secret
const stripeKey = 'sk_live_4eC39HqLyjWDarjtT1zdp7dc';
// ok: hardcoded-secret
const dbPassword = process.env.DB_PASSWORD;
// ruleid: hardcoded-secret
const adminPassword = 'Adm1n!2024';
// ruleid: misconfiguration
app.use('/files', express.static('/'));
// ok: misconfiguration
app.use(express.static(path.join(__dirname, 'public')));
