const crypto = require("crypto");

function verify(req, key, body) {
  const expected = crypto.createHmac("sha256", key).update(body).digest("hex");
  // ruleid: timing-unsafe-comparison
  if (req.headers["x-signature"] === expected) {
    return true;
  }
  // ok: timing-unsafe-comparison
  if (req.query.page === current) {
    return false;
  }
  // ok: timing-unsafe-comparison
  return crypto.timingSafeEqual(Buffer.from(req.headers["x-signature"]), Buffer.from(expected));
}

function checked(stream, expectedChecksum, expectedSignature) {
  const sum = crypto.createHash("md5").update(stream).digest("hex");
  // ok: timing-unsafe-comparison
  if (sum === expectedChecksum) return true;
  // ruleid: timing-unsafe-comparison
  return crypto.createHmac("sha256", key).update(stream).digest("hex") === expectedSignature;
}

function readPack(pack, expectedShaFromIndex) {
  const packSha = crypto.createHash("sha1").update(pack).digest("hex");
  // ok: timing-unsafe-comparison
  return packSha === expectedShaFromIndex;
}
