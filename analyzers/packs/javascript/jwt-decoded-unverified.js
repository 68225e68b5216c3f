const jwt = require("jsonwebtoken");
const { decode } = require("jsonwebtoken");
const jose = require("jose");

function user(req) {
  // ruleid: jwt-decoded-unverified
  const first = jwt.decode(req.cookies.token);
  // ruleid: jwt-decoded-unverified
  const second = decode(req.cookies.token, { complete: true });
  // ruleid: jwt-decoded-unverified
  const third = jose.decodeJwt(req.cookies.token);
  // ok: jwt-decoded-unverified
  const fourth = jwt.verify(req.headers.token, process.env.KEY, { algorithms: ["HS256"] });
  // ok: jwt-decoded-unverified
  const fifth = base64.decode(req.cookies.token);
  return [first, second, third, fourth, fifth];
}

function headerOf(token) {
  // ok: jwt-decoded-unverified
  const decoded = jwt.decode(token, { complete: true });
  if (!decoded) {
    throw new Error("no token");
  }
  return decoded.header;
}

function keyOf(token) {
  // ok: jwt-decoded-unverified
  return keys[jwt.decode(token, { complete: true }).header.kid];
}

function claimsOf(token) {
  // ruleid: jwt-decoded-unverified
  const decoded = jwt.decode(token, { complete: true });
  return decoded.payload;
}
