const serialize = require("node-serialize");
const { unserialize } = require("node-serialize");
const funcster = require("funcster");
const cryo = require("cryo");
const yaml = require("js-yaml");
const v8 = require("v8");
const { deserialize } = require("serialize-to-js");
const express = require("express");

const app = express();

app.post("/load", (req, res) => {
  // ruleid: deserialization
  const object = serialize.unserialize(req.body.data);
  // ruleid: deserialization
  const cookie = unserialize(Buffer.from(req.cookies.profile, "base64").toString());
  // ruleid: deserialization
  const deep = funcster.deepDeserialize(req.body);
  // ruleid: deserialization
  const parsed = cryo.parse(req.body.text);
  // ruleid: deserialization
  const other = deserialize(req.body.text);
  // ruleid: deserialization
  const document = yaml.load(req.body.yaml, { schema: yaml.DEFAULT_FULL_SCHEMA });
  // ruleid: deserialization
  const buffer = v8.deserialize(Buffer.from(req.body.data, "base64"));
  res.json([object, cookie, deep, parsed, other, document, buffer]);
});

function restore(text) {
  // ruleid: deserialization
  return serialize.unserialize(text);
}

app.post("/safe", (req, res) => {
  // ok: deserialization
  const object = JSON.parse(req.body.data);
  // ok: deserialization
  const text = serialize.serialize({ name: req.body.name });
  // ok: deserialization
  const document = yaml.safeLoad(req.body.yaml);
  // ok: deserialization
  const typed = yaml.load(req.body.yaml, { schema: yaml.JSON_SCHEMA });
  // ok: deserialization
  const bytes = v8.serialize({ a: 1 });
  res.json([object, text, document, typed, bytes]);
});
