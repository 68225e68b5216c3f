const crypto = require("crypto");
const { createHash } = require("node:crypto");
const CryptoJS = require("crypto-js");
const md5 = require("md5");

function digests(text) {
  // ruleid: weak-hash
  const first = crypto.createHash("md5").update(text).digest("hex");
  // ruleid: weak-hash
  const second = createHash("SHA1").update(text).digest("hex");
  // ruleid: weak-hash
  const third = CryptoJS.MD5(text).toString();
  const fourth = crypto.createHash("sha512");
  // ruleid: weak-hash
  const fifth = md5(text);
  // ruleid: weak-hash
  const sixth = crypto.createSign("RSA-SHA1");
  // ok: weak-hash
  const seventh = crypto.createHash("sha256").update(text).digest("hex");
  // ok: weak-hash
  const eighth = CryptoJS.SHA256(text);
  // ok: weak-hash
  const ninth = crypto.createHash(text.algorithm);
  return [first, second, third, fourth, fifth, sixth, seventh, eighth, ninth];
}

async function inBrowsers(text, keyValue) {
  // ruleid: weak-hash
  const first = await crypto.subtle.digest("SHA-1", text);
  // ok: weak-hash
  const second = await crypto.subtle.digest("SHA-256", text);
  return [first, second];
}

async function accept(key) {
  const bytes = new TextEncoder().encode(key + WEBSOCKET_GUID);
  // ok: weak-hash
  return crypto.subtle.digest("SHA-1", bytes);
}

function accepted(response, keyValue) {
  const expected = response.headers.get("Sec-WebSocket-Accept");
  // ok: weak-hash
  return expected === crypto.hash("sha1", keyValue + uid, "base64");
}

function generateEtag(generation) {
  // ok: weak-hash
  return crypto.createHash("sha1").update(`${generation}`).digest("base64");
}

// ruleid: weak-hash
const digest = KJUR.crypto.Util.md5(password);
// ok: weak-hash
const better = KJUR.crypto.Util.sha256(password);
// ok: weak-hash
const stored = crypto.createHash("md5").update(password).digest("hex");
