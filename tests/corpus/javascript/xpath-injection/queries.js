const xpath = require("xpath");
const { DOMParser } = require("@xmldom/xmldom");
const express = require("express");

const app = express();
const xml = new DOMParser().parseFromString("<users/>");

app.get("/users", (req, res) => {
  // ruleid: xpath-injection
  const a = xpath.select("//user[name='" + req.query.name + "']", xml);
  // ruleid: xpath-injection
  const b = xpath.select1(`//user[@id=${req.query.id}]`, xml);
  // ruleid: xpath-injection
  const c = xpath.evaluate("//user[name='" + req.body.name + "']", xml, null, 0, null);
  // ruleid: xpath-injection
  const d = xpath.parse(`//user[@id='${req.params.id}']`);
  // ruleid: xpath-injection
  const e = document.evaluate("//a[@id='" + req.query.id + "']", document, null, 0, null);
  res.json([a, b, c, d, e]);
});

function find(name) {
  // ruleid: xpath-injection
  return xpath.select("//user[name='" + name + "']", xml);
}

app.get("/safe", (req, res) => {
  // ok: xpath-injection
  const a = xpath.select("//user", xml);
  // ok: xpath-injection
  const b = xpath.parse("//user[name=$name]").select({ node: xml, variables: { name: req.query.name } });
  // ok: xpath-injection
  const c = xpath.select("//user[@id=" + Number(req.query.id) + "]", xml);
  res.json([a, b, c]);
});
