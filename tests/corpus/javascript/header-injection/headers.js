const http = require("http");
const express = require("express");
const nodemailer = require("nodemailer");

const app = express();

app.get("/", (req, res) => {
  // ruleid: header-injection
  res.setHeader(req.query.name, "1");
  // ruleid: header-injection
  res.set(req.query.name, req.query.value);
  // ruleid: header-injection
  res.header("X-Trace", req.query.trace);
  // ruleid: header-injection
  res.writeHead(200, { "X-Name": req.query.name });
  // ruleid: header-injection
  res.setHeader("Content-Disposition", "attachment; filename=" + req.query.file);
  // ok: header-injection
  res.setHeader("X-Trace", "1");
  // ok: header-injection
  res.setHeader("X-Count", Number(req.query.count));
  // ok: header-injection
  res.setHeader("X-Name", encodeURIComponent(req.query.name));
  res.end();
});
