const crypto = require("crypto");

function seal(key) {
  // ruleid: cipher-static-nonce
  const first = crypto.createCipheriv("aes-256-cbc", key, "1234567890123456");
  const nonce = Buffer.alloc(16);
  // ruleid: cipher-static-nonce
  const second = crypto.createCipheriv("aes-256-cbc", key, nonce);
  // ruleid: cipher-static-nonce
  const third = crypto.createCipheriv("aes-256-cbc", key, Buffer.from("1234567890123456", "utf8"));
  // ruleid: cipher-static-nonce
  const zero = crypto.createCipheriv("aes-256-cbc", key, Buffer.alloc(16));
  const fresh = crypto.randomBytes(12);
  // ok: cipher-static-nonce
  const fourth = crypto.createCipheriv("aes-256-gcm", key, fresh);
  return [first, second, third, zero, fourth];
}

function filled(key) {
  const iv = Buffer.alloc(16, 0);
  // ruleid: cipher-static-nonce
  return crypto.createCipheriv("aes-256-cbc", key, iv);
}
