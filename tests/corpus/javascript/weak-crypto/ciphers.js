const crypto = require("crypto");
const CryptoJS = require("crypto-js");
const forge = require("node-forge");
const { createCipheriv, generateKeyPairSync } = require("node:crypto");
const NodeRSA = require("node-rsa");

function encrypt(key, text) {
  // ruleid: weak-crypto
  const a = crypto.createCipheriv("des-cbc", key, Buffer.alloc(8));
  // ruleid: weak-crypto
  const b = crypto.createCipheriv("aes-128-ecb", key, null);
  // ruleid: weak-crypto
  const c = crypto.createCipheriv("rc4", key, "");
  // ruleid: weak-crypto
  const d = createCipheriv("des-ede3-cbc", key, crypto.randomBytes(8));
  // ruleid: weak-crypto
  const e = crypto.createCipher("aes-256-cbc", "password");
  // ruleid: weak-crypto
  const f = crypto.createDecipher("aes192", key);
  // ruleid: weak-crypto
  const g = CryptoJS.DES.encrypt(text, key);
  // ruleid: weak-crypto
  const h = CryptoJS.RC4.encrypt(text, key);
  // ruleid: weak-crypto
  const i = CryptoJS.TripleDES.encrypt(text, key);
  // ruleid: weak-crypto
  const j = CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB });
  // ruleid: weak-crypto
  const k = forge.cipher.createCipher("DES-CBC", key);
  // ruleid: weak-crypto
  const l = crypto.createCipheriv("bf-cbc", key, Buffer.alloc(8));
  const algorithm = "des";
  // ruleid: weak-crypto
  const m = crypto.createCipheriv(algorithm, key, Buffer.alloc(8));
  // ruleid: weak-crypto
  const n = crypto.createCipheriv("aes-256-cbc", key, "1234567890123456");
  // ruleid: weak-crypto
  const o = crypto.createCipheriv("aes-256-cbc", key, Buffer.from("1234567890123456"));
  return [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o];
}

function keys() {
  // ruleid: weak-crypto
  const a = generateKeyPairSync("rsa", { modulusLength: 1024 });
  // ruleid: weak-crypto
  crypto.generateKeyPair("rsa", { modulusLength: 512, publicExponent: 65537 }, () => {});
  // ruleid: weak-crypto
  const b = new NodeRSA({ b: 1024 });
  // ruleid: weak-crypto
  const c = crypto.createDiffieHellman(1024);
  // ruleid: weak-crypto
  const d = forge.pki.rsa.generateKeyPair({ bits: 1024, e: 0x10001 });
  // ruleid: weak-crypto
  const e = crypto.generateKeyPairSync("dsa", { modulusLength: 1024, divisorLength: 160 });
  // ruleid: weak-crypto
  const f = crypto.publicEncrypt({ key: a.publicKey, padding: crypto.constants.RSA_NO_PADDING }, data);
  // ruleid: weak-crypto
  const g = crypto.pbkdf2Sync(password, salt, 100, 32, "sha256");
  return [a, b, c, d, e, f, g];
}

function safe(key, text) {
  // ok: weak-crypto
  const a = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));
  // ok: weak-crypto
  const b = crypto.createCipheriv("aes-256-cbc", key, crypto.randomBytes(16));
  // ok: weak-crypto
  const c = createCipheriv("chacha20-poly1305", key, crypto.randomBytes(12), { authTagLength: 16 });
  // ok: weak-crypto
  const d = CryptoJS.AES.encrypt(text, key);
  // ok: weak-crypto
  const e = CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.CBC });
  // ok: weak-crypto
  const f = generateKeyPairSync("rsa", { modulusLength: 4096 });
  // ok: weak-crypto
  const g = new NodeRSA({ b: 2048 });
  // ok: weak-crypto
  const h = crypto.createDiffieHellman(2048);
  // ok: weak-crypto
  const i = crypto.publicEncrypt({ key: f.publicKey, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING }, text);
  // ok: weak-crypto
  const j = crypto.pbkdf2Sync(text, crypto.randomBytes(16), 600000, 32, "sha256");
  // ok: weak-crypto
  const k = forge.pki.rsa.generateKeyPair({ bits: 2048 });
  return [a, b, c, d, e, g, h, i, j, k];
}
