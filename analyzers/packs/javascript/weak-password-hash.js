const crypto = require("crypto");

function store(password, user, text) {
  // ruleid: weak-password-hash
  const first = crypto.createHash("sha256").update(password).digest("hex");
  // ruleid: weak-password-hash
  const second = crypto.createHash("sha512").update(user.password + salt).digest("base64");
  // ruleid: weak-password-hash
  crypto.hash("sha1", req.body.password);
  // ok: weak-password-hash
  const third = crypto.createHash("sha256").update(text).digest("hex");
  // ok: weak-password-hash
  const fourth = crypto.scryptSync(password, crypto.randomBytes(16), 64);
  return [first, second, third, fourth];
}
