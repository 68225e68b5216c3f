const crypto = require("crypto");

// ruleid: pbkdf2-few-rounds
const weak = crypto.pbkdf2Sync(password, salt, 1000, 32, "sha256");
// ok: pbkdf2-few-rounds
const strong = crypto.pbkdf2Sync(password, salt, 600000, 32, "sha256");
// ok: pbkdf2-few-rounds
const unknown = crypto.pbkdf2Sync(password, salt, rounds, 32, "sha256");

async function others(password, salt, key) {
  // ruleid: pbkdf2-few-rounds
  await util.promisify(crypto.pbkdf2)(password, salt, 100, 32, "sha512");
  // ruleid: pbkdf2-few-rounds
  await crypto.subtle.deriveKey({ name: "PBKDF2", salt, iterations: 1000, hash: "SHA-256" }, key, wanted, false, ["encrypt"]);
  // ruleid: pbkdf2-few-rounds
  CryptoJS.PBKDF2(password, salt, { keySize: 8, iterations: 1000 });
  // ok: pbkdf2-few-rounds
  await crypto.subtle.deriveBits({ name: "PBKDF2", salt, iterations: 600000, hash: "SHA-256" }, key, 256);
}
