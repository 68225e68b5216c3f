const libxmljs = require("libxmljs");
const { parseXml, parseXmlString } = require("libxmljs2");
const expat = require("node-expat");
const xml2json = require("xml2json");
const xml2js = require("xml2js");
const express = require("express");

const app = express();

app.post("/xml", (req, res) => {
  // ruleid: xxe
  const a = libxmljs.parseXml(req.body.xml, { noent: true });
  // ruleid: xxe
  const b = libxmljs.parseXmlString(req.body.xml, { noblanks: true, noent: true });
  // ruleid: xxe
  const c = parseXml(req.body.xml, { noent: true, nonet: false });
  // ruleid: xxe
  const d = parseXmlString(req.files.upload.data.toString("utf8"), { noent: true });
  // ruleid: xxe
  const e = libxmljs.parseXml(req.body.xml, { dtdload: true });
  const parser = new expat.Parser("UTF-8");
  // ruleid: xxe
  parser.write(req.body.xml);
  // ruleid: xxe
  const f = xml2json.toJson(req.body.xml);
  res.json([a, b, c, d, e, f]);
});

app.post("/safe", (req, res) => {
  // ok: xxe
  const a = libxmljs.parseXml(req.body.xml);
  // ok: xxe
  const b = libxmljs.parseXml(req.body.xml, { noent: false });
  // ok: xxe
  const c = libxmljs.parseXmlString(req.body.xml, { noblanks: true });
  // ok: xxe
  xml2js.parseString(req.body.xml, (err, result) => res.json(result));
  // ok: xxe
  const d = xml2json.toJson("<a/>");
  res.json([a, b, c, d]);
});
