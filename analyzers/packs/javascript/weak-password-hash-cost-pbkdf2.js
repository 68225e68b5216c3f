const crypto = require("crypto");

// ruleid: weak-password-hash-cost-pbkdf2
const weak = crypto.pbkdf2Sync(password, salt, 1000, 32, "sha256");
// ok: weak-password-hash-cost-pbkdf2
const strong = crypto.pbkdf2Sync(password, salt, 600000, 32, "sha256");
// ok: weak-password-hash-cost-pbkdf2
const unknown = crypto.pbkdf2Sync(password, salt, rounds, 32, "sha256");

async function others(password, salt, key) {
  // ruleid: weak-password-hash-cost-pbkdf2
  await util.promisify(crypto.pbkdf2)(password, salt, 100, 32, "sha512");
  // ruleid: weak-password-hash-cost-pbkdf2
  await crypto.subtle.deriveKey({ name: "PBKDF2", salt, iterations: 1000, hash: "SHA-256" }, key, wanted, false, ["encrypt"]);
  // ruleid: weak-password-hash-cost-pbkdf2
  CryptoJS.PBKDF2(password, salt, { keySize: 8, iterations: 1000 });
  // ok: weak-password-hash-cost-pbkdf2
  await crypto.subtle.deriveBits({ name: "PBKDF2", salt, iterations: 600000, hash: "SHA-256" }, key, 256);
}
