import crypto from "crypto";

export function encrypt(key, nonce) {
  // ruleid: weak-cipher-mode
  crypto.createCipheriv("aes-128-ecb", key, null);
  // ruleid: weak-cipher-mode
  crypto.createCipheriv("des-ede3-cbc", key, nonce);
  // ruleid: weak-cipher-mode
  return crypto.createDecipheriv('RC4', key, "");
}

export function quiet(key, nonce, name) {
  // ok: weak-cipher-mode
  crypto.createCipheriv("aes-256-gcm", key, nonce);
  // ok: weak-cipher-mode
  return crypto.createCipheriv(name, key, nonce);
}
