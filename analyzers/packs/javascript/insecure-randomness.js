const crypto = require("crypto");

// ruleid: insecure-randomness
const resetToken = Math.random().toString(36).slice(2);
// ruleid: insecure-randomness
user.sessionId = "s" + Math.random();

function generatePassword() {
  // ruleid: insecure-randomness
  return Math.random().toString(36);
}

// ruleid: insecure-randomness
const salt = crypto.pseudoRandomBytes(16);
// ok: insecure-randomness
const safeToken = crypto.randomBytes(16).toString("hex");
// ok: insecure-randomness
const delay = Math.random() * 1000;
// ok: insecure-randomness
const color = Math.floor(Math.random() * 0xffffff);

class Tokens {
  resetToken() {
    // ruleid: insecure-randomness
    return Math.random().toString(36).slice(2);
  }

  jitter() {
    // ok: insecure-randomness
    return Math.random() * 100;
  }
}

function sessionId() {
  let text = "";
  for (let i = 0; i < 16; i++) {
    // ruleid: insecure-randomness
    text += Math.floor(Math.random() * 16).toString(16);
  }
  return text;
}

function sendCode() {
  // ruleid: insecure-randomness
  const code = Math.floor(100000 + Math.random() * 900000);
  // ok: insecure-randomness
  const colorCode = Math.floor(Math.random() * 16777215);
  return [code, colorCode];
}

// ruleid: insecure-randomness
const couponCode = "CAKE-" + Math.random().toString(36).slice(2);
// ok: insecure-randomness
const colour = Math.floor(Math.random() * 360);

function token() {
  let result = "";
  // ruleid: insecure-randomness
  for (let i = 0; i < 32; i++) result += ALPHABET[Math.floor(Math.random() * ALPHABET.length)];
  return result;
}

function seeded() {
  // ruleid: insecure-randomness
  const token = seedrandom("seed")().toString(36);
  // ok: insecure-randomness
  const angle = seedrandom("seed")() * 360;
  return [token, angle];
}

function generateToken(secret) {
  // ok: insecure-randomness
  if (Math.random() < 0.1) console.log("now and then");
  return secret;
}

// A salt of what is no secret
// ok: insecure-randomness
const nameSalt = Math.random();
// ruleid: insecure-randomness
const passwordSalt = Math.random().toString(36);
