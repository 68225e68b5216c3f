const crypto = require("crypto");

function verify(req, secret, body) {
  const expected = crypto.createHmac("sha256", secret).update(body).digest("hex");
  // ruleid: timing
  if (req.headers["x-signature"] === expected) {
    return true;
  }
  const signature = req.get("X-Hub-Signature");
  // ruleid: timing
  if (signature !== `sha256=${expected}`) {
    return false;
  }
  // ruleid: timing
  return req.query.token === process.env.TOKEN;
}

function safe(req, secret, body) {
  const expected = crypto.createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(req.headers["x-signature"], "hex");
  // ok: timing
  if (given.length !== expected.length) {
    return false;
  }
  // ok: timing
  return crypto.timingSafeEqual(given, expected);
}

function kinds(node) {
  // ok: timing
  return node.token === "identifier" || node.type === node.other;
}
