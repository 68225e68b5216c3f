const crypto = require("crypto");
const https = require("https");
const tls = require("tls");
const fs = require("fs");
const express = require("express");
const session = require("express-session");
const cookieSession = require("cookie-session");
const cors = require("cors");
const jwt = require("jsonwebtoken");
const helmet = require("helmet");
const bcrypt = require("bcrypt");
const csrf = require("csurf");
const axios = require("axios");

const app = express();
// ruleid: hardcoded-secret
app.use(session({ secret: "keyboard-cat-9", cookie: { secure: true, httpOnly: true } }));
// ruleid: insecure-cookie
app.use(session({ secret: process.env.S, cookie: { secure: false, httpOnly: true } }));
// ruleid: insecure-cookie
app.use(session({ secret: process.env.S, cookie: { secure: true, httpOnly: false } }));
// ok: insecure-cookie
app.use(session({ secret: process.env.S, resave: false, cookie: { secure: true, httpOnly: true, sameSite: "lax" } }));
// ruleid: cors
app.use(cors());
// ruleid: cors
app.use(cors({ origin: "*", credentials: true }));
// ruleid: cors
app.use(cors({ origin: true, credentials: true }));
// ok: cors
app.use(cors({ origin: "https://a.example.com" }));
// ruleid: misconfiguration
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: misconfiguration
app.use(helmet({ frameguard: false }));
// ok: misconfiguration
app.use(helmet());

app.get("/a", (req, res) => {
  // ruleid: insecure-cookie
  res.cookie("session", "x");
  // ok: insecure-cookie
  res.cookie("session", "x", { httpOnly: true, secure: true, sameSite: "strict" });
  // ruleid: insecure-cookie
  res.cookie("token", "x", { httpOnly: false });
  // ruleid: cors
  res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
  // ruleid: cors
  res.header("Access-Control-Allow-Origin", "*");
  // ok: cors
  res.setHeader("Access-Control-Allow-Origin", "https://a.example.com");
  // ruleid: hardcoded-secret
  jwt.verify(req.query.t, "my-secret", { algorithms: ["HS256"] });
  // ruleid: jwt
  jwt.verify(req.query.t, process.env.S, { algorithms: ["none"] });
  // ok: jwt
  jwt.verify(req.query.t, process.env.S, { algorithms: ["HS256"] });
  // ruleid: jwt
  jwt.decode(req.query.t);
  // ruleid: hardcoded-secret
  jwt.sign({ id: 1 }, "shhhhh");
  // ok: hardcoded-secret
  jwt.sign({ id: 1 }, process.env.JWT_SECRET, { expiresIn: "1h" });
  // ruleid: jwt
  jwt.verify(req.query.t, process.env.S, { ignoreExpiration: true });
  // ruleid: data-exposure
  console.log("password", req.body.password);
  // ruleid: data-exposure
  res.status(500).send(err.stack);
  // ruleid: authentication
  if (req.body.password === user.password) {
    req.session.user = user;
  }
  if (req.headers["x-signature"] === crypto.createHmac("sha256", key).update(body).digest("hex")) {
  }
});

// ruleid: weak-hash
crypto.createHash("md5").update(x);
// ruleid: weak-hash
crypto.createHash("sha1").update(x);
// ok: weak-hash
crypto.createHash("sha256").update(x);
// ruleid: weak-crypto
crypto.createCipheriv("des-ede3-cbc", key, iv);
// ruleid: weak-crypto
crypto.createCipheriv("aes-128-ecb", key, null);
// ok: weak-crypto
crypto.createCipheriv("aes-256-gcm", key, iv);
// ruleid: weak-crypto
crypto.createCipher("aes-256-cbc", "pw");
// ruleid: weak-crypto
crypto.createCipheriv("aes-256-cbc", key, "1234567890123456");
// ruleid: weak-crypto
crypto.generateKeyPairSync("rsa", { modulusLength: 1024 });
// ruleid: weak-crypto
crypto.pbkdf2Sync(pw, salt, 1000, 32, "sha1");
// ruleid: weak-hash
bcrypt.hashSync(pw, 4);
// ok: weak-hash
bcrypt.hashSync(pw, 12);
// ruleid: weak-random
const token = Math.random().toString(36).slice(2);
// ok: weak-random
const sessionId = crypto.randomBytes(16).toString("hex");
// ok: weak-random
const color = Math.floor(Math.random() * 255);

// ruleid: tls-verification
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
// ruleid: tls-verification
https.request({ host: "a", rejectUnauthorized: false });
// ruleid: tls-verification
new https.Agent({ rejectUnauthorized: false });
// ok: tls-verification
new https.Agent({ rejectUnauthorized: true });
// ruleid: tls-verification
tls.connect({ host: "a", checkServerIdentity: () => undefined });
// ruleid: tls-verification
https.createServer({ secureProtocol: "TLSv1_method" });
// ruleid: tls-verification
https.createServer({ minVersion: "TLSv1" });
// ok: tls-verification
https.createServer({ minVersion: "TLSv1.2" });
// ruleid: file-permissions
fs.chmodSync("/a", 0o777);
// ruleid: file-permissions
fs.writeFileSync("/a", "x", { mode: 0o666 });
// ok: file-permissions
fs.writeFileSync("/a", "x", { mode: 0o600 });
// ruleid: insecure-tempfile
fs.writeFileSync("/tmp/lock", "x");
// ruleid: hardcoded-secret
const apiKey = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
// ruleid: hardcoded-secret
const client = new Client({ user: "app", password: "Tr0ub4dor3" });
// ok: hardcoded-secret
const client2 = new Client({ user: "app", password: process.env.PW });
// ruleid: hardcoded-secret
const db = "mongodb://admin:s3cretpass@db:27017/app";
// ok: hardcoded-secret
const passwordLabel = "Password";
const http = require("http");
http.createServer(app).listen(80);

