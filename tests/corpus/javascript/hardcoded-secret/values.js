const jwt = require("jsonwebtoken");
const session = require("express-session");
const cookieParser = require("cookie-parser");
const cookieSession = require("cookie-session");
const crypto = require("crypto");
const mysql = require("mysql");
const { Pool, Client } = require("pg");
const { Sequelize } = require("sequelize");
const { Strategy: JwtStrategy } = require("passport-jwt");
const expressJwt = require("express-jwt");
const AWS = require("aws-sdk");
const mongoose = require("mongoose");
const redis = require("redis");
const knex = require("knex");
const axios = require("axios");

// ruleid: hardcoded-secret
jwt.sign({ id: 1 }, "my-super-secret-key");
// ruleid: hardcoded-secret
jwt.verify(token, "my-super-secret-key", { algorithms: ["HS256"] });
// ruleid: hardcoded-secret
app.use(session({ secret: "keyboard cat", cookie: { httpOnly: true, secure: true } }));
// ruleid: hardcoded-secret
app.use(cookieParser("s3cr3t-cookie"));
// ruleid: hardcoded-secret
app.use(cookieSession({ name: "a", keys: ["k3y-one", "k3y-two"], secure: true, httpOnly: true }));
// ruleid: hardcoded-secret
const hmac = crypto.createHmac("sha256", "a-fixed-hmac-key");
// ruleid: hardcoded-secret
const cipher = crypto.createCipheriv("aes-256-gcm", "01234567890123456789012345678901", crypto.randomBytes(12));
// ruleid: hardcoded-secret
const connection = mysql.createConnection({ host: "localhost", user: "root", password: "hunter2root" });
// ruleid: hardcoded-secret
const pool = new Pool({ user: "app", password: "Pr0duction!", host: "db" });
// ruleid: hardcoded-secret
const client = new Client("postgres://app:Pr0duction1@db.internal:5432/shop");
// ruleid: hardcoded-secret
const sequelize = new Sequelize("shop", "app", "Pr0duction!", { dialect: "mysql" });
// ruleid: hardcoded-secret
passport.use(new JwtStrategy({ jwtFromRequest, secretOrKey: "a-fixed-jwt-key" }, done));
// ruleid: hardcoded-secret
app.use(expressJwt({ secret: "a-fixed-jwt-key", algorithms: ["HS256"] }));
// ruleid: hardcoded-secret
AWS.config.update({ accessKeyId: "AKIAQ3EGRIZ5Y7XLB2WM", secretAccessKey: "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" });
// ruleid: hardcoded-secret
mongoose.connect("mongodb://admin:Pa55word9@cluster.internal/shop");
// ruleid: hardcoded-secret
const cache = redis.createClient({ url: "redis://:f00dbabe42@cache.internal:6379" });

const SECRET = "a1b2c3d4e5f6-fixed";
// ruleid: hardcoded-secret
jwt.sign({ id: 1 }, SECRET, { expiresIn: "1h" });

// ruleid: hardcoded-secret
const password = "Tr0ub4dor&3";
// ruleid: hardcoded-secret
const apiKey = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
// ruleid: hardcoded-secret
const config = { dbPassword: "Sup3rS3cret!" };
// ruleid: hardcoded-secret
const githubToken = "ghp_a8Kd93jLmQ02ksPdjeRtW71nCbXzYv4HgF6s";
// ruleid: hardcoded-secret
axios.get("https://api.example.com", { headers: { Authorization: "Bearer 8d2f7a91c04e4b6fa3b5d7e8f9012c3a" } });
// ruleid: hardcoded-secret
axios.get("https://api.example.com", { auth: { username: "app", password: "Pr0duction!" } });

// ok: hardcoded-secret
jwt.sign({ id: 1 }, process.env.JWT_SECRET);
// ok: hardcoded-secret
jwt.verify(token, getKey(), { algorithms: ["HS256"] });
// ok: hardcoded-secret
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { httpOnly: true, secure: true } }));
// ok: hardcoded-secret
app.use(cookieParser());
// ok: hardcoded-secret
const safeHmac = crypto.createHmac("sha256", process.env.KEY);
// ok: hardcoded-secret
const safeConnection = mysql.createConnection({ host: "localhost", user: "root", password: process.env.PASSWORD });
// ok: hardcoded-secret
const safeClient = new Client("postgres://db.internal:5432/shop");
// ok: hardcoded-secret
const safePool = new Pool({ user: "app", password: "", host: "db" });
// ok: hardcoded-secret
const passwordField = "password";
// ok: hardcoded-secret
const tokenUrl = "https://example.com/oauth/token";
// ok: hardcoded-secret
const example = { password: "<your password>", apiKey: "YOUR_API_KEY" };
// ok: hardcoded-secret
const message = { passwordTooShort: "The password is too short" };
// ok: hardcoded-secret
const secret = crypto.randomBytes(32).toString("hex");
// ok: hardcoded-secret
const secretName = "app/database/password";
// ok: hardcoded-secret
const input = { type: "password", placeholder: "Password" };
