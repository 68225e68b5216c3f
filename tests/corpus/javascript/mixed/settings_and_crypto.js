const express = require('express');
const jwt = require('jsonwebtoken');
const expressJwt = require('express-jwt');
const passport = require('passport');
const { Strategy: JwtStrategy } = require('passport-jwt');
const crypto = require('crypto');
const bcrypt = require('bcryptjs');
const session = require('express-session');
const csrf = require('csurf');
const cookieParser = require('cookie-parser');
const https = require('https');
const tls = require('tls');
const fs = require('fs');
const axios = require('axios');
const helmet = require('helmet');
const rateLimit = require('express-rate-limit');
const { v1: uuidv1, v4: uuidv4 } = require('uuid');
const os = require('os');
const path = require('path');
const CryptoJS = require('crypto-js');
const forge = require('node-forge');
const NodeRSA = require('node-rsa');
const md5 = require('md5');
const AWS = require('aws-sdk');
const app = express();
app.use(cookieParser());

// ruleid: hardcoded-secret
const JWT_SECRET = 'my-super-secret-jwt-key';
// ruleid: hardcoded-secret
const config = { db: { password: 'Sup3rS3cret!' } };
// ruleid: hardcoded-secret
const client = new AWS.S3({ accessKeyId: 'AKIAQWERTYUIOPASDFGH', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzT9q8LmN2x' });
// ruleid: hardcoded-secret
const conn = 'mongodb://admin:Passw0rd99@db.example.com:27017/app';
// ruleid: hardcoded-secret
const githubToken = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
// ruleid: hardcoded-secret
const stripe = require('stripe')('sk_live_4eC39HqLyjWDarjtT1zdp7dc');
// ok: hardcoded-secret
const secret = process.env.SECRET;
// ok: hardcoded-secret
const passwordField = 'password';
// ok: hardcoded-secret
const API_KEY = '';
// ruleid: hardcoded-secret
const auth = { user: 'admin', pass: 'letmein-2024' };
// ruleid: hardcoded-secret
axios.get('https://api.example.com', { headers: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U' } });

// ruleid: hardcoded-secret
app.use(expressJwt({ secret: 'hardcoded-jwt-secret' }));
// ruleid: hardcoded-secret
passport.use(new JwtStrategy({ secretOrKey: 'another-hardcoded-secret', jwtFromRequest: x }, cb));
// ok: hardcoded-secret
passport.use(new JwtStrategy({ secretOrKey: process.env.JWT, jwtFromRequest: x }, cb));
// ruleid: hardcoded-secret
jwt.sign({ id: 1 }, JWT_SECRET, { expiresIn: '1h' });
// ok: hardcoded-secret
jwt.sign({ id: 1 }, process.env.JWT_SECRET, { expiresIn: '1h' });
// ruleid: jwt
jwt.verify(t, key, { algorithms: ['HS256', 'none'] });
// ruleid: jwt
jwt.verify(t, key, { ignoreExpiration: true });
// ruleid: hardcoded-secret
jwt.verify(t, '', cb);
// ruleid: jwt
const payload = jwt.decode(t, { complete: true }).payload;

function hash(password, data, cert) {
  // ruleid: weak-hash
  crypto.createHash('md5').update(password).digest('hex');
  // ruleid: weak-hash
  crypto.createHash('sha1').update(data).digest('hex');
  // ok: weak-hash
  crypto.createHash('sha512').update(data).digest('hex');
  // ruleid: weak-hash
  crypto.createHmac('md5', key).update(data);
  // ok: weak-hash
  crypto.createHmac('sha256', key).update(data);
  // ruleid: weak-hash
  md5(password);
  // ruleid: weak-hash
  CryptoJS.MD5(password).toString();
  // ok: weak-hash
  CryptoJS.SHA256(data);
  // ruleid: weak-crypto
  CryptoJS.DES.encrypt(data, key);
  // ok: weak-crypto
  CryptoJS.AES.encrypt(data, key);
  // ruleid: hardcoded-secret
  CryptoJS.AES.encrypt(data, 'hardcoded passphrase');
  // ruleid: weak-crypto
  crypto.pbkdf2Sync(password, salt, 1000, 64, 'sha1');
  // ok: weak-crypto
  crypto.pbkdf2Sync(password, salt, 600000, 64, 'sha256');
  // ok: weak-crypto
  crypto.scryptSync(password, salt, 64);
  // ruleid: weak-hash
  crypto.createHash('sha256').update(password).digest('hex');
  // ruleid: weak-hash
  bcrypt.hashSync(password, 4);
  // ok: weak-hash
  bcrypt.hashSync(password, 12);
  // ruleid: weak-crypto
  crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });
  // ok: weak-crypto
  crypto.generateKeyPairSync('rsa', { modulusLength: 4096 });
  // ruleid: weak-crypto
  new NodeRSA({ b: 512 });
  // ruleid: weak-crypto
  forge.pki.rsa.generateKeyPair({ bits: 1024 });
  // ruleid: weak-crypto
  crypto.createCipheriv('rc4', key, '');
  // ruleid: weak-crypto
  crypto.createCipheriv('aes-128-cbc', key, '0000000000000000');
  // ruleid: weak-crypto
  crypto.createDecipheriv('bf-cbc', key, iv);
  // ruleid: weak-crypto
  crypto.createDiffieHellman(512);
  // ok: weak-crypto
  crypto.constants.RSA_NO_PADDING;
  // ruleid: weak-crypto
  crypto.privateDecrypt({ key, padding: crypto.constants.RSA_NO_PADDING }, data);
}

function rnd() {
  // ruleid: weak-random
  const token = Math.random().toString(36);
  // ruleid: weak-random
  const password = 'pw' + Math.floor(Math.random() * 1000000);
  // ok: weak-random
  const id = Math.random();
  // ok: weak-random
  const apiKey = uuidv4();
  // ruleid: weak-random
  const resetToken = Date.now().toString(36) + Math.random().toString(36);
  // ruleid: weak-random
  const otp = Math.floor(100000 + Math.random() * 900000);
  // ok: weak-random
  const jitter = Math.random() * 100;
  // ok: weak-random
  const csrfToken = crypto.randomBytes(16).toString('hex');
  // ruleid: weak-random
  const key = crypto.pseudoRandomBytes(16);
  const sessionToken = uuidv1();
  // ok: weak-random
  return crypto.randomInt(100000, 999999);
}

function generateToken(len) {
  let s = '';
  // ruleid: weak-random
  for (let i = 0; i < len; i++) s += chars[Math.floor(Math.random() * chars.length)];
  return s;
}

// ruleid: tls-verification
https.request({ host: 'x', rejectUnauthorized: false });
// ok: tls-verification
tls.connect({ host: 'x', rejectUnauthorized: true });
// ruleid: tls-verification
tls.createServer({ secureProtocol: 'TLSv1_method' });
// ruleid: tls-verification
https.createServer({ minVersion: 'TLSv1' });
// ok: tls-verification
https.createServer({ minVersion: 'TLSv1.2' });
// ruleid: tls-verification
tls.connect({ checkServerIdentity: () => undefined });
// ruleid: tls-verification
https.globalAgent.options.rejectUnauthorized = false;
// ruleid: tls-verification
axios.create({ httpsAgent: new https.Agent({ rejectUnauthorized: false }) });
// ruleid: tls-verification
process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0;

// ok: tls-verification
app.use(session({ secret: process.env.S, cookie: { secure: true, httpOnly: true, sameSite: 'lax' } }));
// ruleid: insecure-cookie
app.use(session({ secret: process.env.S, cookie: { secure: true, httpOnly: true, sameSite: 'none' } }));
// ruleid: insecure-cookie
app.use(session({ secret: process.env.S, cookie: { maxAge: 60000 } }));
app.use(session({ secret: process.env.S, name: 'sid', resave: false, saveUninitialized: true, genid: () => '1', cookie: { secure: true, httpOnly: true } }));
// ruleid: misconfiguration
app.use(helmet({ hsts: false }));
// ruleid: misconfiguration
app.use(helmet({ frameguard: false }));
// ok: misconfiguration
app.use(helmet());
// ok: misconfiguration
app.disable('x-powered-by');
// ruleid: misconfiguration
app.use(express.static('.'));
app.use('/x', require('serve-index')('/'));
app.use(require('errorhandler')());
// ruleid: denial-of-service
app.use(express.json({ limit: '500mb' }));
// ok: denial-of-service
app.set('trust proxy', true);

app.post('/login', (req, res) => {
  const { username, password } = req.body;
  const user = users.find((u) => u.username === username);
  // ruleid: authentication
  if (user && user.password === password) {
    // ruleid: authentication
    req.session.userId = user.id;
    return res.json({ ok: true });
  }
  // ruleid: authentication
  if (password === 'admin123') {
    return res.json({ ok: true });
  }
  // ruleid: authentication
  if (req.query.admin === 'true') {
    req.session.isAdmin = true;
  }
  // ruleid: authentication
  if (req.cookies.role === 'admin') {
    return res.json(users);
  }
  // ruleid: authentication
  if (req.headers['x-user-role'] === 'admin') {
    return res.json(users);
  }
  // ok: authentication
  if (req.session.role === 'admin') {
    return res.json({});
  }
  // ok: authentication
  if (req.user.role === 'admin') {
    return res.json({});
  }
  // ruleid: authentication
  req.session.id = req.query.sid;
  // ruleid: authentication
  req.sessionID = req.query.sid;
  // ruleid: authentication
  res.cookie('sessionId', req.query.sid, { httpOnly: true, secure: true });
  // ruleid: authentication
  req.session.user = req.body.username;
  // ruleid: timing
  if (req.headers['x-api-key'] === process.env.API_KEY) {
    return res.end();
  }
  // ok: timing
  if (crypto.timingSafeEqual(Buffer.from(a), Buffer.from(b))) {
    return res.end();
  }
});

app.post('/login2', async (req, res) => {
  const user = await User.findOne({ where: { name: req.body.name } });
  if (!(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).end();
  req.session.regenerate((err) => {
    // ok: timing
    req.session.userId = user.id;
    res.redirect('/');
  });
});

app.get('/profile', (req, res) => {
  User.findById(req.session.userId).then((user) => {
    // ok: timing
    res.json(user);
    // ok: timing
    res.json({ id: user.id, name: user.name });
    // ruleid: data-exposure
    res.json({ password: user.password });
  });
});

// ruleid: file-permissions
fs.chmodSync('a', 0o777);
// ok: file-permissions
fs.chmodSync('a', 0o644);
// ruleid: file-permissions
fs.chmodSync('a', '777');
// ruleid: file-permissions
fs.mkdirSync('a', { mode: 0o777 });
// ok: file-permissions
fs.writeFileSync('a', 'b', { mode: 0o600 });
// ruleid: file-permissions
fs.openSync('a', 'w', 0o666);
// ruleid: file-permissions
process.umask(0);
// ruleid: insecure-tempfile
fs.writeFileSync('/tmp/' + Date.now(), 'x');
// ruleid: insecure-tempfile
fs.writeFileSync(path.join(os.tmpdir(), 'fixed-name'), 'x');
// ok: insecure-tempfile
fs.mkdtempSync(path.join(os.tmpdir(), 'x-'));
