const ejs = require("ejs");
const pug = require("pug");
const handlebars = require("handlebars");
const nunjucks = require("nunjucks");
const mustache = require("mustache");
const _ = require("lodash");
const doT = require("dot");
const express = require("express");

const app = express();

app.get("/page", (req, res) => {
  // ruleid: template-injection
  res.send(ejs.render("<p>" + req.query.name + "</p>"));
  // ruleid: template-injection
  const a = pug.render("p " + req.query.name);
  // ruleid: template-injection
  const b = pug.compile(req.body.template);
  // ruleid: template-injection
  const c = handlebars.compile(req.body.template)({});
  // ruleid: template-injection
  const d = nunjucks.renderString(req.body.template, {});
  // ruleid: template-injection
  const e = _.template(req.query.template)({ a: 1 });
  // ruleid: template-injection
  const f = ejs.compile(`<b>${req.params.title}</b>`);
  // ruleid: template-injection
  const g = doT.template(req.body.template);
  // ruleid: template-injection
  const h = mustache.render(req.body.template, {});
  res.json([a, b, c, d, e, f, g, h]);
});

app.get("/safe", (req, res) => {
  // ok: template-injection
  const a = ejs.render("<p><%= name %></p>", { name: req.query.name });
  // ok: template-injection
  const b = pug.render("p= name", { name: req.query.name });
  // ok: template-injection
  const c = handlebars.compile("<p>{{name}}</p>")({ name: req.query.name });
  // ok: template-injection
  const d = nunjucks.renderString("Hello {{ name }}", { name: req.query.name });
  // ok: template-injection
  const e = _.template("hello <%= user %>!")({ user: req.query.user });
  // ok: template-injection
  const f = pug.compileFile("page.pug")({ name: req.query.name });
  res.json([a, b, c, d, e, f]);
});
