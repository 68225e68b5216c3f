const crypto = require("crypto");
const { createHash } = require("node:crypto");
const CryptoJS = require("crypto-js");
const md5 = require("md5");

function digests(text) {
  // ruleid: js-weak-hash
  const first = crypto.createHash("sha256").update(text).digest("hex");
  // ruleid: js-weak-hash
  const second = createHash("sha256").update(text).digest("hex");
  // ruleid: js-weak-hash
  const third = CryptoJS.MD5(text).toString();
  const fourth = crypto.createHash("sha512");
  // ruleid: js-weak-hash
  const fifth = md5(text);
  // ruleid: js-weak-hash
  const sixth = crypto.createSign("RSA-SHA1");
  // ok: js-weak-hash
  const seventh = crypto.createHash("sha256").update(text).digest("hex");
  // ok: js-weak-hash
  const eighth = CryptoJS.SHA256(text);
  // ok: js-weak-hash
  const ninth = crypto.createHash(text.algorithm);
  return [first, second, third, fourth, fifth, sixth, seventh, eighth, ninth];
}
