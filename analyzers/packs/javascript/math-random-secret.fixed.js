const crypto = require("crypto");

// ruleid: math-random-secret
const resetToken = (crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32).toString(36).slice(2);
// ruleid: math-random-secret
user.sessionId = "s" + (crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32);

function generatePassword() {
  // ruleid: math-random-secret
  return (crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32).toString(36);
}

// ruleid: math-random-secret
const salt = crypto.randomBytes(16);
// ok: math-random-secret
const safeToken = crypto.randomBytes(16).toString("hex");
// ok: math-random-secret
const delay = Math.random() * 1000;
// ok: math-random-secret
const color = Math.floor(Math.random() * 0xffffff);
