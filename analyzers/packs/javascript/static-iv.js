const crypto = require("crypto");

function seal(key) {
  // ruleid: static-iv
  const first = crypto.createCipheriv("aes-256-cbc", key, "1234567890123456");
  const nonce = Buffer.alloc(16);
  // ruleid: static-iv
  const second = crypto.createCipheriv("aes-256-cbc", key, nonce);
  // ruleid: static-iv
  const third = crypto.createCipheriv("aes-256-cbc", key, Buffer.from("1234567890123456", "utf8"));
  // ruleid: static-iv
  const zero = crypto.createCipheriv("aes-256-cbc", key, Buffer.alloc(16));
  const fresh = crypto.randomBytes(12);
  // ok: static-iv
  const fourth = crypto.createCipheriv("aes-256-gcm", key, fresh);
  return [first, second, third, zero, fourth];
}

function filled(key) {
  const iv = Buffer.alloc(16, 0);
  // ruleid: static-iv
  return crypto.createCipheriv("aes-256-cbc", key, iv);
}

async function web(key, data) {
  // ruleid: static-iv
  await crypto.subtle.encrypt({ name: "AES-GCM", iv: new Uint8Array(12) }, key, data);
  // ruleid: static-iv
  await crypto.subtle.encrypt({ name: "AES-CBC", iv: new TextEncoder().encode("1234567890123456") }, key, data);
  const empty = new Uint8Array(12);
  // ruleid: static-iv
  await window.crypto.subtle.encrypt({ name: "AES-GCM", iv: empty }, key, data);
  const filled = new Uint8Array(12);
  crypto.getRandomValues(filled);
  // ok: static-iv
  await crypto.subtle.encrypt({ name: "AES-GCM", iv: filled }, key, data);
  // ok: static-iv
  await crypto.subtle.encrypt({ name: "AES-GCM", iv: crypto.getRandomValues(new Uint8Array(12)) }, key, data);
  // ok: static-iv
  await crypto.subtle.decrypt({ name: "AES-GCM", iv: data.slice(0, 12) }, key, data);
}

function library(text, key) {
  // ruleid: static-iv
  const a = CryptoJS.AES.encrypt(text, key, { iv: CryptoJS.enc.Hex.parse("00000000000000000000000000000000") });
  const iv = CryptoJS.enc.Utf8.parse("abcdefghijklmnop");
  // ruleid: static-iv
  const b = CryptoJS.AES.encrypt(text, key, { iv: iv, mode: CryptoJS.mode.CBC });
  // ok: static-iv
  const c = CryptoJS.AES.encrypt(text, key, { iv: CryptoJS.lib.WordArray.random(16) });
  return [a, b, c];
}
