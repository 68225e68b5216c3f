import { createCipher, createCipheriv, randomBytes } from "node:crypto";
import crypto from "crypto";

export function seal(password, key) {
  // ruleid: deprecated-cipher-constructor
  const first = createCipher("aes-256-cbc", password);
  // ruleid: deprecated-cipher-constructor
  const second = crypto.createDecipher("aes-192-cbc", password);
  // ok: deprecated-cipher-constructor
  const third = createCipheriv("aes-256-gcm", key, randomBytes(12));
  return [first, second, third];
}
