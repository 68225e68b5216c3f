const crypto = require("crypto");
const bcrypt = require("bcrypt");
const argon2 = require("argon2");

function hash(password, salt) {
  // ruleid: static-salt
  crypto.scryptSync(password, crypto.randomBytes(16), 32);
  // ruleid: static-salt
  crypto.scrypt(password, crypto.randomBytes(16), 32, done);
  // ruleid: static-salt
  crypto.pbkdf2Sync(password, crypto.randomBytes(16), 600000, 32, "sha256");
  // ruleid: static-salt
  crypto.pbkdf2(password, crypto.randomBytes(16), 600000, 32, "sha256", done);
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
