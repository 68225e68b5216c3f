const express = require("express");
const http = require("http");
const url = require("url");

const app = express();

app.get("/go", (req, res) => {
  // ruleid: open-redirect
  res.redirect(req.query.url);
  // ruleid: open-redirect
  res.redirect(301, req.query.next);
  // ruleid: open-redirect
  res.redirect(req.query.returnTo || "/");
  // ruleid: open-redirect
  return res.redirect("https://" + req.params.host);
});

app.post("/login", (req, res) => {
  const { next } = req.body;
  // ruleid: open-redirect
  res.redirect(next);
});

app.get("/header", (req, res) => {
  // ruleid: open-redirect
  res.setHeader("Location", req.query.url);
  // ruleid: open-redirect
  res.location(req.query.url);
  // ruleid: open-redirect
  res.writeHead(302, { Location: req.query.url });
  // ruleid: open-redirect
  res.redirect(req.headers.referer);
  // ruleid: open-redirect
  res.set("Location", req.query.to);
  res.end();
});

app.get("/template", (req, res) => {
  const target = `${req.query.target}/home`;
  // ruleid: open-redirect
  res.redirect(target);
  // ruleid: open-redirect
  res.redirect(`//${req.query.host}/home`);
  // ruleid: open-redirect
  res.status(302).redirect(decodeURIComponent(req.query.url));
});

http.createServer((req, res) => {
  const target = url.parse(req.url, true).query.target;
  // ruleid: open-redirect
  res.writeHead(302, { Location: target });
  res.end();
});

async function koa(ctx) {
  // ruleid: open-redirect
  ctx.redirect(ctx.query.url);
  // ruleid: open-redirect
  ctx.response.redirect(ctx.request.query.url);
}

async function fastify(request, reply) {
  // ruleid: open-redirect
  reply.redirect(request.query.url);
  // ruleid: open-redirect
  return reply.code(302).redirect(request.query.url);
}

function hapi(request, h) {
  // ruleid: open-redirect
  return h.redirect(request.query.url);
}

function inPage() {
  const next = new URLSearchParams(window.location.search).get("next");
  // ruleid: open-redirect
  window.location = next;
  // ruleid: open-redirect
  window.location.href = next;
  // ruleid: open-redirect
  location.assign(next);
  // ruleid: open-redirect
  location.replace(decodeURIComponent(location.hash.slice(1)));
  // ruleid: open-redirect
  window.open(next);
  // ruleid: open-redirect
  document.location = next;
}

app.get("/safe", (req, res) => {
  // ok: open-redirect
  res.redirect("/home");
  // ok: open-redirect
  res.redirect("/users/" + req.params.id);
  // ok: open-redirect
  res.redirect(`/search?q=${encodeURIComponent(req.query.q)}`);
  // ok: open-redirect
  res.redirect("https://example.com/" + req.params.id);
  // ok: open-redirect
  res.redirect(301, `https://example.com/?q=${req.query.q}`);
  // ok: open-redirect
  res.redirect(process.env.HOME_URL);
  // ok: open-redirect
  res.redirect("back");
  // ok: open-redirect
  res.location("/users/1");
});

const ALLOWED = ["/home", "/account"];

app.get("/safe/list", (req, res) => {
  const next = req.query.next;
  if (!ALLOWED.includes(next)) {
    return res.redirect("/");
  }
  // ok: open-redirect
  res.redirect(next);
});

app.get("/safe/choice", (req, res) => {
  // ok: open-redirect
  res.redirect(ALLOWED.includes(req.query.next) ? req.query.next : "/");
});

app.get("/safe/relative", (req, res) => {
  const next = req.query.next;
  if (next.startsWith("/") && !next.startsWith("//")) {
    // ok: open-redirect
    return res.redirect(next);
  }
  // ok: open-redirect
  res.redirect("/");
});

app.get("/safe/host", (req, res) => {
  const target = new URL(req.query.url, "https://example.com");
  if (target.hostname !== "example.com") {
    return res.sendStatus(400);
  }
  // ok: open-redirect
  res.redirect(target.href);
});

function safeInPage(id) {
  // ok: open-redirect
  window.location.href = "/home";
  // ok: open-redirect
  window.location = "/users/" + id;
  // ok: open-redirect
  location.reload();
  // ok: open-redirect
  window.open("https://example.com");
}
