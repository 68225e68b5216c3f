const crypto = require("crypto");
const CryptoJS = require("crypto-js");

function seal(key, nonce, text) {
  // ruleid: weak-cipher
  const first = crypto.createCipheriv("aes-128-ecb", key, null);
  // ruleid: weak-cipher
  const second = crypto.createDecipheriv("DES-EDE3-CBC", key, nonce);
  // ruleid: weak-cipher
  const third = CryptoJS.TripleDES.encrypt(text, key);
  // ruleid: weak-cipher
  const fourth = CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB });
  // ok: weak-cipher
  const fifth = CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.CTR });
  // ok: weak-cipher
  const sixth = crypto.createCipheriv("aes-256-gcm", key, nonce);
  return [first, second, third, fourth, fifth, sixth];
}
