const https = require("https");
const tls = require("tls");
const axios = require("axios");
const request = require("request");
const nodemailer = require("nodemailer");
const WebSocket = require("ws");
const { Client } = require("pg");

// ruleid: tls-verification
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
// ruleid: tls-verification
process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = 0;
// ruleid: tls-verification
const agent = new https.Agent({ rejectUnauthorized: false });
// ruleid: tls-verification
const socket = tls.connect({ host: "example.com", port: 443, rejectUnauthorized: false });
// ruleid: tls-verification
https.get("https://example.com", { rejectUnauthorized: false }, () => {});
// ruleid: tls-verification
request({ url: "https://example.com", strictSSL: false }, () => {});
// ruleid: tls-verification
const mailer = nodemailer.createTransport({ host: "mail", tls: { rejectUnauthorized: false } });
// ruleid: tls-verification
const ws = new WebSocket("wss://example.com", { rejectUnauthorized: false });
// ruleid: tls-verification
const client = new Client({ host: "db", ssl: { rejectUnauthorized: false } });
// ruleid: tls-verification
tls.connect(443, "example.com", { checkServerIdentity: () => undefined });
// ruleid: tls-verification
const options = { checkServerIdentity: function () {} };
// ruleid: tls-verification
options.rejectUnauthorized = false;
// ruleid: tls-verification
const old = tls.createServer({ secureProtocol: "TLSv1_method" });
// ruleid: tls-verification
const minimum = https.createServer({ minVersion: "TLSv1" });
// ruleid: tls-verification
const minimum11 = tls.createSecureContext({ minVersion: "TLSv1.1" });
// ruleid: tls-verification
const ssl3 = https.createServer({ secureProtocol: "SSLv3_method" });

// ok: tls-verification
const safeAgent = new https.Agent({ rejectUnauthorized: true });
// ok: tls-verification
const trusted = new https.Agent({ ca: authority });
// ok: tls-verification
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "1";
// ok: tls-verification
https.get("https://example.com", () => {});
// ok: tls-verification
const modern = tls.createServer({ minVersion: "TLSv1.2" });
// ok: tls-verification
const database = new Client({ host: "db", ssl: { ca: authority } });
// ok: tls-verification
request({ url: "https://example.com", strictSSL: true }, () => {});
// ok: tls-verification
const method = https.createServer({ secureProtocol: "TLSv1_2_method" });
