const crypto = require("crypto");

// ruleid: math-random-secret
const resetToken = Math.random().toString(36).slice(2);
// ruleid: math-random-secret
user.sessionId = "s" + Math.random();

function generatePassword() {
  // ruleid: math-random-secret
  return Math.random().toString(36);
}

// ruleid: math-random-secret
const salt = crypto.pseudoRandomBytes(16);
// ok: math-random-secret
const safeToken = crypto.randomBytes(16).toString("hex");
// ok: math-random-secret
const delay = Math.random() * 1000;
// ok: math-random-secret
const color = Math.floor(Math.random() * 0xffffff);

class Tokens {
  resetToken() {
    // ruleid: math-random-secret
    return Math.random().toString(36).slice(2);
  }

  jitter() {
    // ok: math-random-secret
    return Math.random() * 100;
  }
}

function sessionId() {
  let text = "";
  for (let i = 0; i < 16; i++) {
    // ruleid: math-random-secret
    text += Math.floor(Math.random() * 16).toString(16);
  }
  return text;
}

function sendCode() {
  // ruleid: math-random-secret
  const code = Math.floor(100000 + Math.random() * 900000);
  // ok: math-random-secret
  const colorCode = Math.floor(Math.random() * 16777215);
  return [code, colorCode];
}

// ruleid: math-random-secret
const couponCode = "CAKE-" + Math.random().toString(36).slice(2);
// ok: math-random-secret
const colour = Math.floor(Math.random() * 360);

function token() {
  let result = "";
  // ruleid: math-random-secret
  for (let i = 0; i < 32; i++) result += ALPHABET[Math.floor(Math.random() * ALPHABET.length)];
  return result;
}

function seeded() {
  // ruleid: math-random-secret
  const token = seedrandom("seed")().toString(36);
  // ok: math-random-secret
  const angle = seedrandom("seed")() * 360;
  return [token, angle];
}

function generateToken(secret) {
  // ok: math-random-secret
  if (Math.random() < 0.1) console.log("now and then");
  return secret;
}
