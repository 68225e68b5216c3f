const jwt = require("jsonwebtoken");
const { verify, sign, decode } = require("jsonwebtoken");
const { expressjwt } = require("express-jwt");
const expressJwt = require("express-jwt");
const jose = require("jose");
const jwtSimple = require("jwt-simple");
const { JWT, JWK } = require("jose");
const { Strategy: JwtStrategy, ExtractJwt } = require("passport-jwt");
const express = require("express");

const app = express();
const key = process.env.JWT_KEY;

// ruleid: jwt
jwt.verify(token, key, { algorithms: ["none"] });
// ruleid: jwt
jwt.verify(token, key, { algorithms: ["HS256", "none"] }, (err, user) => {});
// ruleid: jwt
jwt.sign({ id: 1 }, key, { algorithm: "none" });
// ruleid: jwt
jwt.sign({ id: 1 }, null, { algorithm: "none" });
// ruleid: jwt
jwt.sign({ id: 1 }, "", { expiresIn: "1h" });
// ruleid: jwt
jwt.verify(token, false);
// ruleid: jwt
jwt.verify(token, null);
// ruleid: jwt
jwt.verify(token, key, { ignoreExpiration: true });
// ruleid: jwt
jwtSimple.decode(token, key, true);
// ruleid: jwt
JWT.verify(token, JWK.None);
// ruleid: jwt
const unsecured = new jose.UnsecuredJWT({ id: 1 }).encode();
// ruleid: jwt
passport.use(new JwtStrategy({ jwtFromRequest: ExtractJwt.fromHeader("a"), secretOrKey: key, ignoreExpiration: true }, done));

app.get("/me", (req, res) => {
  const token = req.headers.authorization.split(" ")[1];
  // ruleid: jwt
  const user = jwt.decode(token);
  // ruleid: jwt
  const other = decode(token, { complete: true });
  // ruleid: jwt
  const claims = jose.decodeJwt(token);
  // ruleid: jwt
  const body = JSON.parse(Buffer.from(token.split(".")[1], "base64").toString());
  res.json([user.id, other, claims, body]);
});

// ruleid: jwt
app.use(expressJwt({ secret: key, algorithms: ["none"] }));

// ok: jwt
jwt.verify(token, key, { algorithms: ["HS256"] });
// ok: jwt
jwt.verify(token, publicKey, { algorithms: ["RS256"], issuer: "a" });
// ok: jwt
jwt.sign({ id: 1 }, key, { algorithm: "HS256", expiresIn: "15m" });
// ok: jwt
verify(token, key, { algorithms: ["ES256"] }, (err, user) => {});
// ok: jwt
jwtSimple.decode(token, key);
// ok: jwt
app.use(expressjwt({ secret: key, algorithms: ["HS256"] }));
// ok: jwt
passport.use(new JwtStrategy({ jwtFromRequest: ExtractJwt.fromHeader("a"), secretOrKey: key }, done));

async function safe(token) {
  // ok: jwt
  const { payload } = await jose.jwtVerify(token, key, { algorithms: ["HS256"] });
  // ok: jwt
  return new jose.SignJWT({ id: payload.id }).setProtectedHeader({ alg: "HS256" }).sign(key);
}
