const express = require("express");
const escapeHtml = require("escape-html");
const xss = require("xss");
const validator = require("validator");
const _ = require("lodash");
const he = require("he");

const app = express();

app.get("/hello", (req, res) => {
  // ruleid: xss
  res.send("<h1>Hello " + req.query.name + "</h1>");
});

app.get("/template", (req, res) => {
  const name = req.query.name;
  // ruleid: xss
  res.send(`<p>${name}</p>`);
});

app.get("/bare", (req, res) => {
  // ruleid: xss
  res.send(req.query.message);
  // ruleid: xss
  res.status(404).send("Cannot find " + req.params.page);
  // ruleid: xss
  res.write("<li>" + req.body.item + "</li>");
  // ruleid: xss
  res.end(`<b>${req.headers.referer}</b>`);
});

app.get("/variable", function (request, response) {
  let html = "<ul>";
  for (const item of request.query.items) {
    html += "<li>" + item + "</li>";
  }
  html += "</ul>";
  // ruleid: xss
  response.send(html);
});

app.get("/header", (req, res) => {
  res.setHeader("Content-Type", "text/html");
  // ruleid: xss
  res.end("You use " + req.get("User-Agent"));
});

app.get("/helper", (req, res) => {
  // ruleid: xss
  res.send(page("Search", req.query.q));
});

function page(title, body) {
  return "<html><h1>" + title + "</h1>" + body + "</html>";
}

app.get("/concat", (req, res) => {
  // ruleid: xss
  res.send("<div>".concat(req.query.text, "</div>"));
  // ruleid: xss
  res.send(["<div>", req.query.text, "</div>"].join(""));
});

app.get("/safe/escaped", (req, res) => {
  // ok: xss
  res.send("<h1>Hello " + escapeHtml(req.query.name) + "</h1>");
  // ok: xss
  res.send(`<p>${_.escape(req.query.name)}</p>`);
  // ok: xss
  res.send(`<p>${he.encode(req.query.name)}</p>`);
  // ok: xss
  res.send(xss(req.query.html));
  // ok: xss
  res.send("<p>" + validator.escape(req.query.name) + "</p>");
  // ok: xss
  res.send("<p>" + encodeURIComponent(req.query.name) + "</p>");
});

app.get("/safe/json", (req, res) => {
  // ok: xss
  res.json({ name: req.query.name });
  // ok: xss
  res.send({ name: req.query.name });
  // ok: xss
  res.render("hello", { name: req.query.name });
  // ok: xss
  res.sendStatus(404);
  // ok: xss
  res.status(200).json(req.body);
});

app.get("/safe/plain", (req, res) => {
  res.setHeader("Content-Type", "text/plain");
  // ok: xss
  res.send("Hello " + req.query.name);
});

app.get("/safe/type", (req, res) => {
  // ok: xss
  res.type("text/plain").send(req.query.name);
});

app.get("/safe/number", (req, res) => {
  const page = Number(req.query.page);
  // ok: xss
  res.send("<p>Page " + page + "</p>");
  // ok: xss
  res.send(`<p>${parseInt(req.query.count, 10)}</p>`);
});

app.get("/safe/constant", (req, res) => {
  const names = { de: "Deutsch", en: "English" };
  // ok: xss
  res.send("<h1>Hello</h1>");
  // ok: xss
  res.send(`<p>${names[req.query.language] || names.en}</p>`);
});

app.get("/safe/stringify", (req, res) => {
  res.setHeader("Content-Type", "application/json");
  // ok: xss
  res.end(JSON.stringify(req.body));
});
