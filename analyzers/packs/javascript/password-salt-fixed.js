const crypto = require("crypto");
const bcrypt = require("bcrypt");
const argon2 = require("argon2");

function hash(password, salt) {
  // ruleid: password-salt-fixed
  crypto.scryptSync(password, "salt", 32);
  // ruleid: password-salt-fixed
  crypto.scrypt(password, "pepper", 32, done);
  // ruleid: password-salt-fixed
  crypto.pbkdf2Sync(password, Buffer.from("salt"), 600000, 32, "sha256");
  // ruleid: password-salt-fixed
  crypto.pbkdf2(password, Buffer.alloc(16), 600000, 32, "sha256", done);
  // ok: password-salt-fixed
  crypto.scryptSync(password, salt, 32);
  // ok: password-salt-fixed
  crypto.scryptSync(password, crypto.randomBytes(16), 32);
  // ok: password-salt-fixed
  crypto.pbkdf2Sync(password, user.salt, 600000, 32, "sha256");
  // ok: password-salt-fixed
  bcrypt.hashSync(password, 12);
  // ok: password-salt-fixed
  argon2.hash(password);
}
