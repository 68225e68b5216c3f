const express = require('express'), helmet = require('helmet'), cors = require('cors'), csurf = require('csurf'), session = require('express-session'), cookieSession = require('cookie-session'), cookieParser = require('cookie-parser'), jwt = require('jsonwebtoken'), crypto = require('crypto'), https = require('https'), tls = require('tls'), fs = require('fs'), os = require('os'), path = require('path');
const serialize = require('node-serialize'), yaml = require('js-yaml'), libxmljs = require('libxmljs'), xml2js = require('xml2js'), { DOMParser } = require('xmldom'), xpath = require('xpath'), ldap = require('ldapjs'), _ = require('lodash'), winston = require('winston'), merge = require('deepmerge'), escape = require('escape-html'), he = require('he'), bcrypt = require('bcrypt'), jose = require('jose');
const app = express();
// ruleid: hardcoded-secret
app.use(session({ secret: 'keyboard cat', cookie: { secure: true, httpOnly: true } }));
// ruleid: insecure-cookie
app.use(session({ secret: process.env.S, cookie: { secure: false } }));
// ruleid: insecure-cookie
app.use(session({ secret: process.env.S, cookie: { httpOnly: false } }));
// ok: insecure-cookie
app.use(session({ secret: process.env.S, cookie: { secure: true, httpOnly: true, sameSite: 'lax' } }));
// ruleid: hardcoded-secret
app.use(cookieSession({ name: 's', keys: ['key1', 'key2'] }));
// ruleid: hardcoded-secret
app.use(cookieParser('s3cret'));
// ruleid: cors
app.use(cors());
// ruleid: cors
app.use(cors({ origin: '*' }));
// ruleid: cors
app.use(cors({ origin: true, credentials: true }));
// ok: cors
app.use(cors({ origin: 'https://x.example' }));
// ok: cors
app.use(cors({ origin: ['https://x.example'], credentials: true }));
// ruleid: cors
app.use(cors({ origin: (o, cb) => cb(null, true) }));
// ruleid: cors
app.use(cors({ origin: /example\.com/ }));
// ruleid: misconfiguration
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: misconfiguration
app.use(helmet({ frameguard: false }));
// ok: misconfiguration
app.use(helmet());
app.get('/c', (req, res) => {
  // ruleid: insecure-cookie
  res.cookie('session', 'v');
  // ok: insecure-cookie
  res.cookie('session', 'v', { secure: true, httpOnly: true });
  // ruleid: insecure-cookie
  res.cookie('session', 'v', { httpOnly: true });
  // ruleid: insecure-cookie
  res.cookie('session', 'v', { secure: false, httpOnly: true });
  // ruleid: insecure-cookie
  res.cookie('sid', 'v', { secure: true, httpOnly: false });
  res.cookie('token', 'v', { secure: true, httpOnly: true, sameSite: 'none' });
  // ruleid: insecure-cookie
  res.setHeader('Set-Cookie', 'a=b');
  // ok: insecure-cookie
  res.setHeader('Set-Cookie', 'a=b; Secure; HttpOnly');
  // ok: insecure-cookie
  res.clearCookie('session');
  // ruleid: cors
  res.setHeader('Access-Control-Allow-Origin', '*');
  // ruleid: cors
  res.header('Access-Control-Allow-Origin', req.headers.origin);
  // ruleid: cors
  res.set('Access-Control-Allow-Origin', req.get('origin'));
  // ok: cors
  res.setHeader('Access-Control-Allow-Origin', 'https://x.example');
  // ruleid: header-injection
  res.setHeader('X-Name', req.query.n);
  // ruleid: cors
  res.writeHead(200, { 'Access-Control-Allow-Origin': '*' });
  const o = req.headers.origin;
  // ok: cors
  if (ALLOWED.includes(o)) res.setHeader('Access-Control-Allow-Origin', o);
});
app.get('/x', (req, res) => {
  const n = req.query.n;
  // ruleid: xss
  res.send('<b>' + n + '</b>');
  // ruleid: xss
  res.send(`hi ${n}`);
  // ruleid: xss
  res.send(n);
  // ruleid: xss
  res.write('hi ' + n);
  // ruleid: xss
  res.end('<p>' + n);
  // ok: xss
  res.send({ n });
  // ok: xss
  res.json({ n });
  // ok: xss
  res.json(n);
  // ok: xss
  res.send(escape(n));
  // ok: xss
  res.send(he.encode(n));
  // ok: xss
  res.send(_.escape(n));
  // ok: xss
  res.send(encodeURIComponent(n));
  res.send(JSON.stringify(n));
  // ok: xss
  res.type('text').send(n);
  // ok: xss
  res.type('text/plain').send('hi ' + n);
  // ruleid: xss
  res.type('html').send('hi ' + n);
  // ok: xss
  res.set('Content-Type', 'text/plain').send(n);
  // ruleid: xss
  res.status(404).send('not found ' + req.url);
  // ruleid: xss
  res.status(200).send(req.params.id);
  // ok: xss
  res.status(400).json({ error: n });
  // ok: xss
  res.send('' + parseInt(n, 10));
  // ok: xss
  res.send(n.length + '');
  // ok: xss
  res.send(new Intl.NumberFormat().format(Number(n)));
});
app.get('/y', (req, res) => {
  res.setHeader('Content-Type', 'text/plain');
  // ok: xss
  res.end(req.query.n);
});
app.get('/z', (req, res) => {
  res.contentType('text/plain');
  // ok: xss
  res.send(req.query.n);
});
app.post('/d', (req, res) => {
  // ruleid: deserialization
  serialize.unserialize(req.body.d);
  // ruleid: deserialization
  yaml.load(req.body.d, { schema: yaml.DEFAULT_FULL_SCHEMA });
  yaml.load(req.body.d); 
  // ok: deserialization
  yaml.safeLoad(req.body.d);
  // ruleid: deserialization
  require('serialize-to-js').deserialize(req.body.d);
  // ruleid: deserialization
  require('funcster').deepDeserialize(req.body.d);
  // ruleid: deserialization
  require('v8').deserialize(req.body.d);
  // ruleid: deserialization
  require('cryo').parse(req.body.d);
  // ruleid: xxe
  libxmljs.parseXml(req.body.x, { noent: true });
  // ok: xxe
  libxmljs.parseXml(req.body.x, { noent: false });
  // ok: xxe
  libxmljs.parseXml(req.body.x);
  // ruleid: xxe
  libxmljs.parseXmlString(req.body.x, { noent: true, dtdload: true });
  new libxmljs.SaxParser().parseString(req.body.x);
  // ok: xxe
  xml2js.parseString(req.body.x, cb);
  new DOMParser().parseFromString(req.body.x);
  // ruleid: xxe
  const expat = require('node-expat'); new expat.Parser().write(req.body.x);
  // ruleid: xpath-injection
  xpath.select("//u[@n='" + req.body.n + "']", doc);
  // ok: xpath-injection
  xpath.parse("//u[@n=$n]").select({ node: doc, variables: { n: req.body.n } });
  // ruleid: xpath-injection
  xpath.evaluate('//u[@n="' + req.body.n + '"]', doc);
  const client = ldap.createClient({ url: 'ldaps://x' });
  // ruleid: ldap-injection
  client.search('dc=x', { filter: `(uid=${req.body.u})` }, cb);
  // ok: ldap-injection
  client.search('dc=x', { filter: new ldap.EqualityFilter({ attribute: 'uid', value: req.body.u }) }, cb);
  // ruleid: ldap-injection
  client.search(`ou=${req.body.u}`, {}, cb);
  // ruleid: prototype-pollution
  _.merge({}, req.body);
  // ruleid: prototype-pollution
  _.defaultsDeep(cfg, req.body);
  // ruleid: prototype-pollution
  _.set(cfg, req.body.path, req.body.value);
  // ok: prototype-pollution
  Object.assign({}, req.body);
  // ruleid: prototype-pollution
  $.extend(true, {}, req.body);
  // ruleid: prototype-pollution
  cfg[req.body.a][req.body.b] = req.body.c;
  // ruleid: prototype-pollution
  cfg[req.body.a] = 1;
  // ruleid: log-injection
  console.log('user ' + req.query.n);
  // ruleid: log-injection
  console.log('user %s', req.query.n);
  // ruleid: log-injection
  winston.info('user ' + req.query.n);
  // ok: log-injection
  console.log('user ' + req.query.n.replace(/\n|\r/g, ''));
  // ok: log-injection
  console.log(JSON.stringify(req.query.n));
  // ruleid: regex-dos
  new RegExp(req.query.r);
  // ok: regex-dos
  new RegExp(_.escapeRegExp(req.query.r));
  // ruleid: regex-dos
  'x'.match(req.query.r);
  // ruleid: regex-dos
  'x'.search(new RegExp('^' + req.query.r));
  // ruleid: regex-dos
  /^(a+)+$/.test(req.query.s);
  // ok: regex-dos
  /^a+$/.test(req.query.s);
  // ruleid: mass-assignment
  User.create(req.body);
  // ok: mass-assignment
  User.create({ name: req.body.name });
  // ruleid: mass-assignment
  new User(req.body).save();
});
// ruleid: hardcoded-secret
jwt.sign({}, 'secret');
// ok: hardcoded-secret
jwt.sign({}, process.env.K);
// ruleid: jwt
jwt.verify(t, k, { algorithms: ['none'] });
// ruleid: jwt
jwt.verify(t, null);
// ok: jwt
jwt.verify(t, k, { algorithms: ['HS256'] });
// ruleid: jwt
jwt.decode(t);
// ruleid: jwt
jwt.sign({}, '', { algorithm: 'none' });
// ruleid: jwt
jwt.verify(t, k, { ignoreExpiration: true });
// ruleid: jwt
jose.decodeJwt(t);
// ruleid: tls-verification
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
// ruleid: tls-verification
process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0;
// ruleid: tls-verification
https.request({ rejectUnauthorized: false });
// ruleid: tls-verification
new https.Agent({ rejectUnauthorized: false });
// ruleid: tls-verification
tls.connect({ checkServerIdentity: () => {} });
// ruleid: tls-verification
tls.connect({ minVersion: 'TLSv1' });
// ruleid: tls-verification
https.createServer({ secureProtocol: 'SSLv3_method' });
// ok: tls-verification
https.createServer({ secureProtocol: 'TLSv1_2_method' });
// ruleid: tls-verification
tls.createServer({ ciphers: 'RC4' });
// ruleid: weak-hash
crypto.createHash('md5').update(x);
// ruleid: weak-hash
crypto.createHash('sha1').update(x);
// ok: weak-hash
crypto.createHash('sha256').update(x);
// ruleid: weak-hash
crypto.createHash('sha256').update(password);
// ruleid: weak-hash
crypto.createHmac('md5', k);
// ruleid: weak-crypto
crypto.createCipher('aes-256-cbc', k);
// ruleid: weak-crypto
crypto.createCipheriv('des-ecb', k, '');
// ruleid: weak-crypto
crypto.createCipheriv('aes-256-ecb', k, null);
// ruleid: weak-crypto
crypto.createCipheriv('rc4', k, '');
// ok: weak-crypto
crypto.createCipheriv('aes-256-gcm', k, iv);
// ruleid: weak-crypto
crypto.createCipheriv('aes-256-cbc', k, Buffer.alloc(16));
// ruleid: weak-crypto
crypto.createCipheriv('aes-256-cbc', k, '0000000000000000');
// ruleid: hardcoded-secret
crypto.createCipheriv('aes-256-cbc', 'hardcodedkeyhardcodedkeyhardcode', iv);
// ruleid: weak-crypto
crypto.createDecipheriv('aes-256-gcm', k, iv, { authTagLength: 4 });
// ruleid: weak-crypto
crypto.pbkdf2Sync(p, s, 1000, 32, 'sha256');
// ok: weak-crypto
crypto.pbkdf2Sync(p, s, 600000, 32, 'sha256');
// ruleid: weak-hash
crypto.pbkdf2Sync(p, s, 600000, 32, 'md5');
// ruleid: weak-crypto
crypto.scryptSync(p, 'salt', 32);
// ruleid: weak-crypto
crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });
// ok: weak-crypto
crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
// ruleid: weak-crypto
crypto.generateKeyPairSync('ec', { namedCurve: 'secp112r1' });
// ruleid: weak-hash
bcrypt.hashSync(p, 4);
// ok: weak-hash
bcrypt.hashSync(p, 12);
// ruleid: weak-random
const token = Math.random().toString(36);
// ruleid: weak-random
const password = Math.random().toString(36).slice(-8);
// ruleid: weak-random
const sessionId = 'a' + Math.floor(Math.random() * 1e9);
// ok: weak-random
const id = crypto.randomUUID();
// ok: weak-random
const jitter = Math.random() * 100;
// ok: weak-random
const color = '#' + Math.random().toString(16);
// ok: weak-random
const otp = crypto.randomInt(1e6);
// ruleid: weak-random
const t = crypto.pseudoRandomBytes(16);
// ruleid: insecure-tempfile
fs.writeFileSync('/tmp/x', d);
// ruleid: insecure-tempfile
fs.writeFileSync(path.join(os.tmpdir(), 'x'), d);
// ok: insecure-tempfile
fs.mkdtempSync(path.join(os.tmpdir(), 'x-'));
// ruleid: file-permissions
fs.chmodSync('x', 0o777);
// ruleid: file-permissions
fs.chmodSync('x', '0777');
// ok: file-permissions
fs.chmodSync('x', 0o600);
// ruleid: file-permissions
fs.writeFileSync('x', d, { mode: 0o666 });
// ruleid: file-permissions
fs.mkdirSync('x', 0o777);
// ruleid: file-permissions
process.umask(0);
// ruleid: data-exposure
console.log('password: ' + password);
// ruleid: data-exposure
console.log(`token ${accessToken}`);
// ruleid: data-exposure
logger.info({ password });
// ok: data-exposure
console.log('user', user);
// ruleid: hardcoded-secret
const dbPassword = 'S3cr3t!pass';
// ruleid: hardcoded-secret
mysql.createConnection({ host: 'x', user: 'root', password: 'S3cr3t!pass' });
// ok: hardcoded-secret
mysql.createConnection({ host: 'x', user: 'root', password: process.env.P });
// ruleid: data-exposure
app.use((err, req, res, next) => { res.status(500).send(err.stack); });
// ok: data-exposure
app.use((err, req, res, next) => { res.status(500).send('error'); });
// ruleid: misconfiguration
app.use(express.static('/'));
// ok: misconfiguration
app.disable('x-powered-by');
// ruleid: timing
if (req.headers.token === secretToken) next();
