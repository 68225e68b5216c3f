const crypto = require("crypto");
const { createHash } = require("crypto");
const md5 = require("md5");
const CryptoJS = require("crypto-js");
const bcrypt = require("bcrypt");
const argon2 = require("argon2");
const sha1 = require("sha1");
const forge = require("node-forge");

function digest(password, data) {
  // ruleid: weak-hash
  const a = crypto.createHash("md5").update(password).digest("hex");
  // ruleid: weak-hash
  const b = crypto.createHash("sha1").update(data).digest("hex");
  // ruleid: weak-hash
  const c = createHash("MD5").update(data);
  // ruleid: weak-hash
  const d = crypto.createHmac("md5", data);
  // ruleid: weak-hash
  const e = CryptoJS.MD5(password).toString();
  // ruleid: weak-hash
  const f = CryptoJS.SHA1(data);
  // ruleid: weak-hash
  const g = md5(password);
  // ruleid: weak-hash
  const h = sha1(password);
  // ruleid: weak-hash
  const i = forge.md.md5.create();
  // ruleid: weak-hash
  const j = crypto.createHash("sha256").update(password).digest("hex");
  // ruleid: weak-hash
  const k = bcrypt.hashSync(password, 4);
  // ruleid: weak-hash
  const l = argon2.hash(password, { type: argon2.argon2i });
  const algorithm = "sha1";
  // ruleid: weak-hash
  const m = crypto.createHash(algorithm);
  // ruleid: weak-hash
  const n = crypto.createSign("RSA-SHA1");
  // ruleid: weak-hash
  const o = crypto.createHash("md4");
  // ruleid: weak-hash
  const p = crypto.createVerify("RSA-MD5");
  return [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p];
}

function safe(password, data) {
  // ok: weak-hash
  const a = crypto.createHash("sha256").update(data).digest("hex");
  // ok: weak-hash
  const b = crypto.createHash("sha512").update(data);
  // ok: weak-hash
  const c = crypto.createHmac("sha256", data);
  // ok: weak-hash
  const d = CryptoJS.SHA256(data);
  // ok: weak-hash
  const e = bcrypt.hashSync(password, 12);
  // ok: weak-hash
  const f = argon2.hash(password, { type: argon2.argon2id });
  // ok: weak-hash
  const g = crypto.scryptSync(password, crypto.randomBytes(16), 64);
  // ok: weak-hash
  const h = crypto.createSign("RSA-SHA256");
  // ok: weak-hash
  const i = createHash("sha3-256");
  // ok: weak-hash
  const j = argon2.hash(password);
  return [a, b, c, d, e, f, g, h, i, j];
}
