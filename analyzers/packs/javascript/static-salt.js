const crypto = require("crypto");
const bcrypt = require("bcrypt");
const argon2 = require("argon2");

function hash(password, salt) {
  // ruleid: static-salt
  crypto.scryptSync(password, "salt", 32);
  // ruleid: static-salt
  crypto.scrypt(password, "pepper", 32, done);
  // ruleid: static-salt
  crypto.pbkdf2Sync(password, Buffer.from("salt"), 600000, 32, "sha256");
  // ruleid: static-salt
  crypto.pbkdf2(password, Buffer.alloc(16), 600000, 32, "sha256", done);
  // ok: static-salt
  crypto.scryptSync(password, salt, 32);
  // ok: static-salt
  crypto.scryptSync(password, crypto.randomBytes(16), 32);
  // ok: static-salt
  crypto.pbkdf2Sync(password, user.salt, 600000, 32, "sha256");
  // ok: static-salt
  bcrypt.hashSync(password, 12);
  // ok: static-salt
  argon2.hash(password);
}

function derive(key, info, master, salt) {
  // ruleid: static-salt
  crypto.hkdfSync("sha256", key, "", info, 32);
  // ruleid: static-salt
  crypto.hkdf("sha256", key, Buffer.alloc(0), info, 32, done);
  // ruleid: static-salt
  crypto.scryptSync(master, new Uint8Array(16), 32);
  // ruleid: static-salt
  crypto.subtle.deriveBits({ name: "PBKDF2", salt: new Uint8Array(16), iterations: 600000, hash: "SHA-256" }, key, 256);
  // ruleid: static-salt
  CryptoJS.PBKDF2(master, "pepper", { keySize: 8 });
  // ruleid: static-salt
  forge.pkcs5.pbkdf2(master, "pepper", 600000, 32);
  // ok: static-salt
  crypto.hkdfSync("sha256", key, salt, info, 32);
  // ok: static-salt
  crypto.hkdfSync("sha256", key, crypto.randomBytes(32), "info", 32);
  // ok: static-salt
  crypto.scryptSync(master, new Uint8Array(salt), 32);
  // ok: static-salt
  crypto.subtle.deriveBits({ name: "PBKDF2", salt, iterations: 600000, hash: "SHA-256" }, key, 256);
  // ok: static-salt
  CryptoJS.PBKDF2(master, salt, { keySize: 8 });
}
