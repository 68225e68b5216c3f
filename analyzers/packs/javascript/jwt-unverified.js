const jwt = require("jsonwebtoken");
const { decode } = require("jsonwebtoken");
const jose = require("jose");

function user(req) {
  // ruleid: jwt-unverified
  const first = jwt.decode(req.cookies.token);
  // ruleid: jwt-unverified
  const second = decode(req.cookies.token, { complete: true });
  // ruleid: jwt-unverified
  const third = jose.decodeJwt(req.cookies.token);
  // ok: jwt-unverified
  const fourth = jwt.verify(req.headers.token, process.env.KEY, { algorithms: ["HS256"] });
  // ok: jwt-unverified
  const fifth = base64.decode(req.cookies.token);
  return [first, second, third, fourth, fifth];
}

function headerOf(token) {
  // ok: jwt-unverified
  const decoded = jwt.decode(token, { complete: true });
  if (!decoded) {
    throw new Error("no token");
  }
  return decoded.header;
}

function keyOf(token) {
  // ok: jwt-unverified
  return keys[jwt.decode(token, { complete: true }).header.kid];
}

function claimsOf(token) {
  // ruleid: jwt-unverified
  const decoded = jwt.decode(token, { complete: true });
  return decoded.payload;
}

async function signedIn(code) {
  const tokens = await exchange(code);
  // ok: jwt-unverified
  return jwt.decode(tokens.id_token);
}

function ends(token) {
  // ok: jwt-unverified
  const { exp } = jwt.decode(token);
  // ok: jwt-unverified
  return exp - jwt.decode(token).exp;
}

function early(req, res, next) {
  // ruleid: jwt-unverified
  const claims = jwt.decode(req.headers["x-token"]);
  if (claims.role === "admin") return next();
  jwt.verify(req.headers["x-token"], KEY);
}

function sent(req) {
  // ruleid: jwt-unverified
  return jwt.decode(req.body.id_token).sub;
}

function endsAt(token) {
  // ok: jwt-unverified
  const decoded = jwt.decode(token);
  if (decoded && decoded.exp) {
    return decoded.exp;
  }
  return null;
}

function isOurs(token) {
  // ok: jwt-unverified
  const claims = jwt.decode(token);
  if (claims?.iss !== "ours") return false;
  return true;
}

const { createDecoder, createVerifier } = require("fast-jwt");
// ruleid: jwt-unverified
const unverified = createDecoder()(token);
// ok: jwt-unverified
const verified = createVerifier({ key })(token);

import * as jose from "jose";

async function checked(token, keys) {
  // ok: jwt-unverified
  const owner = String(jose.decodeJwt(token).sub);
  const { payload } = await jose.jwtVerify(token, keys[owner]).catch(refuse);
  return payload;
}

function lasts(token) {
  // ok: jwt-unverified
  const { exp } = jose.decodeJwt(token);
  return exp;
}

function unchecked(token) {
  // ruleid: jwt-unverified
  const { sub } = jose.decodeJwt(token);
  return sub;
}

const peekedAndVerified = async (text) => {
  // ok: jwt-unverified
  const claims = jwt.decode(text);
  return jwtService.verifyAsync(text, { secret: await secretOf(claims.iss) });
};
