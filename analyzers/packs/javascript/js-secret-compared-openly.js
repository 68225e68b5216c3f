const crypto = require("crypto");

function verify(req, key, body) {
  const expected = crypto.createHmac("sha256", key).update(body).digest("hex");
  // ruleid: js-secret-compared-openly
  if (req.headers["x-signature"] === expected) {
    return true;
  }
  // ok: js-secret-compared-openly
  if (req.query.page === current) {
    return false;
  }
  // ok: js-secret-compared-openly
  return crypto.timingSafeEqual(Buffer.from(req.headers["x-signature"]), Buffer.from(expected));
}

function checked(stream, expectedChecksum, expectedSignature) {
  const sum = crypto.createHash("md5").update(stream).digest("hex");
  // ok: js-secret-compared-openly
  if (sum === expectedChecksum) return true;
  // ruleid: js-secret-compared-openly
  return crypto.createHmac("sha256", key).update(stream).digest("hex") === expectedSignature;
}

function readPack(pack, expectedShaFromIndex) {
  const packSha = crypto.createHash("sha1").update(pack).digest("hex");
  // ok: js-secret-compared-openly
  return packSha === expectedShaFromIndex;
}
