const crypto = require('crypto');
const { createHash, createCipheriv, createHmac, randomBytes, pbkdf2Sync, createDecipheriv } = require('node:crypto');
const CryptoJS = require('crypto-js');
const bcrypt = require('bcrypt');
const md5 = require('md5');
const sha1 = require('sha1');
const forge = require('node-forge');
const argon2 = require('argon2');

function hashes(data, password) {
  // ruleid: weak-hash
  crypto.createHash('md5').update(data).digest('hex');
  // ruleid: weak-hash
  crypto.createHash('sha1').update(data).digest('hex');
  // ok: weak-crypto
  crypto.createHash('sha256').update(data).digest('hex');
  // ruleid: weak-hash
  createHash('MD5').update(password).digest();
  // ok: weak-crypto
  createHash('sha512').update(data).digest();
  // ruleid: weak-hash
  crypto.createHmac('md5', password).update(data);
  // ok: weak-crypto
  createHmac('sha256', password).update(data);
  // ruleid: weak-hash
  crypto.createHash('sha256').update(password).digest('hex');
  // ruleid: weak-hash
  CryptoJS.MD5(password);
  // ruleid: weak-hash
  CryptoJS.SHA1(data);
  // ok: weak-crypto
  CryptoJS.SHA256(data);
  // ruleid: weak-hash
  md5(password);
  // ruleid: weak-hash
  sha1(password);
  // ruleid: weak-hash
  forge.md.md5.create();
  // ok: weak-crypto
  forge.md.sha256.create();
  // ok: weak-crypto
  crypto.createHash('sha3-256');
  const algorithm = 'md5';
  // ruleid: weak-hash
  crypto.createHash(algorithm);
}

function ciphers(key, iv, password) {
  // ruleid: weak-crypto
  crypto.createCipheriv('des-cbc', key, iv);
  // ruleid: weak-crypto
  crypto.createCipheriv('des-ede3-cbc', key, iv);
  // ruleid: weak-crypto
  crypto.createCipheriv('rc4', key, '');
  // ruleid: weak-crypto
  crypto.createCipheriv('aes-128-ecb', key, null);
  // ruleid: weak-crypto
  crypto.createCipheriv('bf-cbc', key, iv);
  // ok: weak-crypto
  crypto.createCipheriv('aes-256-gcm', key, randomBytes(12));
  // ok: weak-crypto
  createCipheriv('aes-256-cbc', key, iv);
  // ruleid: weak-crypto
  crypto.createCipher('aes192', password);
  // ruleid: weak-crypto
  crypto.createDecipher('aes192', password);
  // ok: weak-crypto
  createDecipheriv('aes-256-gcm', key, iv);
  // ruleid: weak-crypto
  crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc(16));
  // ruleid: weak-crypto
  crypto.createCipheriv('aes-256-cbc', key, '1234567890123456');
  // ruleid: hardcoded-secret
  crypto.createCipheriv('aes-256-cbc', 'hardcodedkeyhardcodedkey12345678', iv);
  // ruleid: weak-crypto
  CryptoJS.DES.encrypt('x', key);
  // ruleid: weak-crypto
  CryptoJS.RC4.encrypt('x', key);
  // ok: weak-crypto
  CryptoJS.AES.encrypt('x', key);
  // ruleid: weak-crypto
  CryptoJS.AES.encrypt('x', key, { mode: CryptoJS.mode.ECB });
  // ruleid: hardcoded-secret
  CryptoJS.AES.encrypt('x', 'my secret passphrase 1');
}

function keys() {
  // ruleid: weak-crypto
  crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });
  // ok: weak-crypto
  crypto.generateKeyPairSync('rsa', { modulusLength: 4096 });
  // ruleid: weak-crypto
  crypto.generateKeyPair('dsa', { modulusLength: 1024, divisorLength: 160 }, cb);
  // ruleid: weak-crypto
  crypto.generateKeyPairSync('ec', { namedCurve: 'secp112r1' });
  // ok: weak-crypto
  crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // ruleid: weak-crypto
  forge.pki.rsa.generateKeyPair({ bits: 1024 });
  // ok: weak-crypto
  crypto.generateKeyPairSync('ed25519');
}

async function passwords(pw, salt) {
  // ruleid: weak-crypto
  pbkdf2Sync(pw, salt, 1000, 32, 'sha256');
  // ok: weak-crypto
  pbkdf2Sync(pw, salt, 600000, 32, 'sha256');
  // ruleid: weak-crypto
  crypto.pbkdf2(pw, salt, 1, 32, 'sha1', cb);
  // ruleid: weak-crypto
  crypto.scryptSync(pw, 'salt', 32);
  // ok: weak-crypto
  crypto.scryptSync(pw, randomBytes(16), 32);
  // ok: weak-crypto
  await bcrypt.hash(pw, 12);
  // ruleid: weak-hash
  await bcrypt.hash(pw, 4);
  // ok: weak-crypto
  bcrypt.hashSync(pw, bcrypt.genSaltSync(10));
  // ok: weak-crypto
  await argon2.hash(pw);
}

function random() {
  // ruleid: weak-random
  const token = Math.random().toString(36);
  // ok: weak-random
  const token2 = crypto.randomBytes(16).toString('hex');
  // ruleid: weak-random
  const sessionId = 'sid' + Math.random();
  // ruleid: weak-random
  const otp = Math.floor(100000 + Math.random() * 900000);
  // ok: weak-random
  const otp2 = crypto.randomInt(100000, 999999);
  // ok: weak-random
  const jitter = Math.random() * 100;
  // ok: weak-random
  const color = colors[Math.floor(Math.random() * colors.length)];
  // ruleid: weak-random
  const password = Array(10).fill(0).map(() => chars[Math.floor(Math.random() * chars.length)]).join('');
  // ok: weak-random
  const id = crypto.randomUUID();
  // ok: weak-random
  setTimeout(go, Math.random() * 1000);
  // ruleid: weak-random
  const secret = crypto.pseudoRandomBytes(16);
  // ruleid: weak-random
  const apiKey = Date.now().toString(36) + Math.random().toString(36).slice(2);
  // ok: weak-random
  items.sort(() => Math.random() - 0.5);
  return { token, token2, sessionId, otp, otp2, jitter, color, password, id, secret, apiKey };
}

function generateResetToken() {
  // ruleid: weak-random
  return Math.random().toString(36).substring(2);
}
function generateResetTokenOk() {
  // ok: weak-random
  return randomBytes(32).toString('hex');
}

function check(req, stored, mac) {
  // ruleid: timing
  if (req.headers['x-signature'] === mac) return true;
  // ok: authentication
  if (crypto.timingSafeEqual(Buffer.from(req.headers['x-signature']), Buffer.from(mac))) return true;
  // ruleid: authentication
  if (req.body.password === stored.password) return true;
  return false;
}
