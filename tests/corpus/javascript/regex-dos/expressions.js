const express = require("express");
const escapeRegExp = require("lodash/escapeRegExp");
const RE2 = require("re2");

const app = express();

app.get("/search", (req, res) => {
  // ruleid: regex-dos
  const pattern = new RegExp(req.query.pattern);
  // ruleid: regex-dos
  const other = RegExp("^" + req.query.prefix, "i");
  const text = req.body.text;
  // ruleid: regex-dos
  const found = new RegExp(`\\b${text}\\b`).test(DOCUMENT);
  // ruleid: regex-dos
  const match = DOCUMENT.match(req.query.pattern);
  // ruleid: regex-dos
  const place = DOCUMENT.search(req.query.pattern);
  // ruleid: regex-dos
  const bad = /^(a+)+$/.test(req.query.text);
  // ruleid: regex-dos
  const alternatives = /^(([a-z])+.)+[A-Z]([a-z])+$/.test(req.query.text);
  // ruleid: regex-dos
  const stars = /(x*)*y/.test(req.query.text);
  // ruleid: regex-dos
  const words = /^(\w+\s?)*$/.test(req.query.text);
  res.json([pattern, other, found, match, place, bad, alternatives, stars, words]);
});

function find(list, name) {
  // ruleid: regex-dos
  const expression = new RegExp(name, "i");
  return list.filter((item) => expression.test(item));
}

app.get("/safe", (req, res) => {
  // ok: regex-dos
  const pattern = new RegExp("^[a-z]+$");
  // ok: regex-dos
  const escaped = new RegExp(escapeRegExp(req.query.text));
  // ok: regex-dos
  const linear = new RE2(req.query.pattern);
  // ok: regex-dos
  const literal = /^[a-z]+$/.test(req.query.text);
  // ok: regex-dos
  const words = /^(\w+\s)*$/.test("constant");
  // ok: regex-dos
  const includes = DOCUMENT.includes(req.query.text);
  const WORD = "[a-z]+";
  // ok: regex-dos
  const built = new RegExp("^" + WORD + "$");
  // ok: regex-dos
  const replaced = new RegExp(req.query.text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  res.json([pattern, escaped, linear, literal, words, includes, built, replaced]);
});
