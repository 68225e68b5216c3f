const crypto = require("crypto");

function store(password, user, text) {
  // ruleid: password-fast-hash-js
  const first = crypto.createHash("sha256").update(password).digest("hex");
  // ruleid: password-fast-hash-js
  const second = crypto.createHash("sha512").update(user.password + salt).digest("base64");
  // ok: password-fast-hash-js
  const third = crypto.createHash("sha256").update(text).digest("hex");
  // ok: password-fast-hash-js
  const fourth = crypto.scryptSync(password, crypto.randomBytes(16), 64);
  return [first, second, third, fourth];
}
