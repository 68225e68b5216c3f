const crypto = require("crypto");
const { createHash } = require("node:crypto");
const CryptoJS = require("crypto-js");
const md5 = require("md5");

function digests(text) {
  // ruleid: weak-hash-algorithm
  const first = crypto.createHash("md5").update(text).digest("hex");
  // ruleid: weak-hash-algorithm
  const second = createHash("SHA1").update(text).digest("hex");
  // ruleid: weak-hash-algorithm
  const third = CryptoJS.MD5(text).toString();
  const fourth = crypto.createHash("sha512");
  // ruleid: weak-hash-algorithm
  const fifth = md5(text);
  // ruleid: weak-hash-algorithm
  const sixth = crypto.createSign("RSA-SHA1");
  // ok: weak-hash-algorithm
  const seventh = crypto.createHash("sha256").update(text).digest("hex");
  // ok: weak-hash-algorithm
  const eighth = CryptoJS.SHA256(text);
  // ok: weak-hash-algorithm
  const ninth = crypto.createHash(text.algorithm);
  return [first, second, third, fourth, fifth, sixth, seventh, eighth, ninth];
}
