import { createCipher, createCipheriv, randomBytes } from "node:crypto";
import crypto from "crypto";

export function seal(password, key) {
  // ruleid: cipher-key-from-text
  const first = createCipher("aes-256-cbc", password);
  // ruleid: cipher-key-from-text
  const second = crypto.createDecipher("aes-192-cbc", password);
  // ok: cipher-key-from-text
  const third = createCipheriv("aes-256-gcm", key, randomBytes(12));
  return [first, second, third];
}
