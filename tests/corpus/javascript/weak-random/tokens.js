const crypto = require("crypto");
const { v4 } = require("uuid");

// ruleid: weak-random
const token = Math.random().toString(36).slice(2);
// ruleid: weak-random
const sessionId = "s-" + Math.random();
// ruleid: weak-random
const password = Array.from({ length: 10 }, () => Math.random().toString(36)[2]).join("");

function generateToken() {
  // ruleid: weak-random
  return Math.random().toString(16).substring(2);
}

function createPassword(length) {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  let result = "";
  for (let i = 0; i < length; i++) {
    // ruleid: weak-random
    result += letters.charAt(Math.floor(Math.random() * letters.length));
  }
  return result;
}

const makeOtp = () => {
  // ruleid: weak-random
  return Math.floor(100000 + Math.random() * 900000);
};

class Accounts {
  reset(user) {
    // ruleid: weak-random
    user.resetToken = Math.random().toString(36);
    // ruleid: weak-random
    const options = { apiKey: "k" + Math.random() };
    // ruleid: weak-random
    const salt = crypto.pseudoRandomBytes(16);
    // ruleid: weak-random
    const csrfToken = `${Date.now()}-${Math.random()}`;
    return [options, salt, csrfToken];
  }
}

app.get("/login", (req, res) => {
  // ruleid: weak-random
  res.cookie("session", Math.random().toString(36));
});

// ok: weak-random
const safeToken = crypto.randomBytes(32).toString("hex");
// ok: weak-random
const sessionKey = crypto.randomUUID();
// ok: weak-random
const password2 = crypto.getRandomValues(new Uint8Array(16));
// ok: weak-random
const x = Math.random() * 100;
// ok: weak-random
const color = "#" + Math.floor(Math.random() * 16777215).toString(16);
// ok: weak-random
const delay = 100 + Math.random() * 50;
// ok: weak-random
const identifier = v4();

function shuffle(list) {
  // ok: weak-random
  return list.sort(() => Math.random() - 0.5);
}

function pick(tokens) {
  // ok: weak-random
  return tokens[Math.floor(Math.random() * tokens.length)];
}
