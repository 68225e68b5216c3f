const crypto = require("crypto");
const express = require("express");
const serialize = require("node-serialize");
const funcster = require("funcster");
const cryo = require("cryo");
const fs = require("fs");

const app = express();

app.post("/profile", (req, res) => {
  // ruleid: unsafe-deserialization-of-functions
  const profile = serialize.unserialize(Buffer.from(req.cookies.profile, "base64").toString());
  res.json(profile.name);
});

app.post("/functions", (req, res) => {
  // ruleid: unsafe-deserialization-of-functions
  res.json(funcster.deepDeserialize(req.body));
});

app.post("/objects", (req, res) => {
  // ruleid: unsafe-deserialization-of-functions
  res.json(cryo.parse(req.body.order));
});

app.post("/signed", (req, res) => {
  const mac = crypto.createHmac("sha256", process.env.STATE_KEY).update(req.body.state).digest();
  if (!crypto.timingSafeEqual(mac, Buffer.from(req.headers["x-mac"], "hex"))) return res.sendStatus(403);
  // ok: unsafe-deserialization-of-functions
  return res.json(serialize.unserialize(req.body.state));
});

app.get("/own", (req, res) => {
  // ok: unsafe-deserialization-of-functions
  res.json(serialize.unserialize(fs.readFileSync("/srv/state", "utf8")));
});

app.get("/data", (req, res) => {
  // ok: unsafe-deserialization-of-functions
  res.json(JSON.parse(req.body.order));
});
