const session = require('express-session');
const fastify = require('fastify')({ logger: true });
const crypto = require('node:crypto');
const https = require('node:https');
const jwt = require('jsonwebtoken');
const bcrypt = require('bcryptjs');
const { Sequelize } = require('sequelize');
const { createPool } = require('mysql2/promise');
const cors = require('cors');
const lusca = require('lusca');
const helmet = require('helmet');
const app = require('express')();
const tls = require('tls');
const axios = require('axios');
const fs = require('fs');
const multer = require('multer');
const rateLimit = require('express-rate-limit');

const sessionOptions = {
  secret: process.env.SESSION_SECRET,
  // ruleid: insecure-cookie
  cookie: { httpOnly: false, maxAge: 1 },
};
app.use(session(sessionOptions));
// ok: insecure-cookie
app.use(session({ secret: process.env.S, resave: false, cookie: { secure: 'auto', httpOnly: true, sameSite: 'strict' } }));
// ruleid: hardcoded-secret
fastify.register(require('@fastify/session'), { secret: 'a-secret-with-at-least-32-characters', cookie: { secure: true } });
// ok: hardcoded-secret
fastify.register(require('@fastify/jwt'), { secret: process.env.JWT });
// ruleid: cors
fastify.register(require('@fastify/cors'), { origin: true, credentials: true });
const corsOptions = { origin: '*', credentials: true };
// ruleid: cors
app.use(cors(corsOptions));
// ok: cors
app.options('/x', cors({ origin: ['https://a.example.org'] }));
// ok: csrf
app.use(lusca({ csrf: true }));
// ruleid: csrf
app.use(lusca({ csrf: false }));
app.use(helmet({ hidePoweredBy: false }));
// ok: misconfiguration
app.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'self'"] } } }));
app.use((req, res, next) => {
  // ruleid: cors
  res.header('Access-Control-Allow-Origin', req.header('origin'));
  // ok: cors
  res.header('Vary', 'Origin');
  next();
});

function makeToken() {
  // ruleid: weak-random
  return [...Array(30)].map(() => Math.random().toString(36)[2]).join('');
}
function makeColor() {
  // ok: weak-random
  return '#' + Math.floor(Math.random() * 16777215).toString(16);
}
// ruleid: weak-crypto
const cipher = crypto.createCipheriv('AES-128-ECB', Buffer.from(process.env.K, 'hex'), null);
// ok: weak-crypto
const cipher2 = crypto.createCipheriv('chacha20-poly1305', key, crypto.randomBytes(12), { authTagLength: 16 });
// ruleid: weak-crypto
const h = crypto.createHash('ripemd160').update('x');
// ok: weak-crypto
const h2 = crypto.createHash('sha512').update('x');
const h3 = crypto.createHmac('sha1', process.env.K);
// ruleid: weak-hash
crypto.subtle.digest('SHA-1', data);
// ok: weak-crypto
crypto.subtle.digest('SHA-256', data);
// ruleid: weak-hash
bcrypt.hashSync(pw, 3);
// ok: weak-crypto
bcrypt.hashSync(pw, 11);
// ruleid: weak-crypto
crypto.generateKeyPairSync('rsa', { modulusLength: 512 });
// ruleid: tls-verification
const client = axios.create({ httpsAgent: new https.Agent({ rejectUnauthorized: false }) });
// ruleid: tls-verification
https.globalAgent.options.rejectUnauthorized = false;
// ok: tls-verification
https.globalAgent.options.keepAlive = true;
// ruleid: tls-verification
tls.connect(443, 'x', { minVersion: 'TLSv1.1' });
// ok: tls-verification
tls.connect(443, 'x', { minVersion: 'TLSv1.3' });
// ruleid: hardcoded-secret
new Sequelize('postgres://app:Pr0dPassw0rd@db.internal/app');
// ok: hardcoded-secret
new Sequelize(process.env.DB, { dialect: 'postgres' });
// ruleid: hardcoded-secret
createPool({ host: 'db', password: 'Pr0dPassw0rd!' });
// ok: hardcoded-secret
createPool({ host: 'db', password: fs.readFileSync('/run/secrets/db', 'utf8') });
// ok: jwt
jwt.sign({ id: 1 }, fs.readFileSync('key.pem'), { algorithm: 'RS256' });
// ruleid: jwt
jwt.verify(tok, pub, { algorithms: ['RS256', 'none'] });
// ruleid: jwt
jwt.verify(tok, pub, { algorithms: ['RS256'], ignoreExpiration: true });
// ok: jwt
jwt.verify(tok, pub, { algorithms: ['RS256'], maxAge: '1h' });
// ruleid: insecure-tempfile
fs.writeFileSync('/tmp/state.json', '{}');
// ok: insecure-tempfile
fs.mkdtempSync('/tmp/app-');
// ruleid: file-permissions
fs.chmodSync('key.pem', '0777');
// ok: file-permissions
fs.chmodSync('key.pem', 0o640);
// ok: regex-dos
app.use(rateLimit({ windowMs: 1000, max: 10 }));
// ruleid: regex-dos
const EMAIL = /^([a-z0-9]+[._-]?)+@x\.y$/;
// ok: regex-dos
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
// ok: regex-dos
const TAG = /<(\w+)[^>]*>/;
