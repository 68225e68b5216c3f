import crypto, { randomBytes } from "node:crypto";

export function digit() {
  // ruleid: biased-randomness
  return crypto.randomBytes(1)[0] % 10;
}

export function code(length: number, alphabet: string) {
  const bytes = randomBytes(length);
  let text = "";
  for (let index = 0; index < length; index++) {
    // ruleid: biased-randomness
    text += alphabet[bytes[index] % alphabet.length];
  }
  return text;
}

export function inBrowser(chars: string) {
  const values = new Uint8Array(20);
  crypto.getRandomValues(values);
  // ruleid: biased-randomness
  return chars.charAt(values[0] % chars.length);
}

export function fair() {
  // ok: biased-randomness
  return crypto.randomInt(10);
}

export function nibble() {
  // ok: biased-randomness
  return crypto.randomBytes(1)[0] % 16;
}

export function other(list: number[], count: number) {
  // ok: biased-randomness
  return list[0] % count;
}
