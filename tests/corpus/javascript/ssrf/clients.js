const axios = require("axios");
const got = require("got");
const fetch = require("node-fetch");
const request = require("request");
const rp = require("request-promise");
const superagent = require("superagent");
const needle = require("needle");
const http = require("http");
const https = require("https");
const undici = require("undici");
const net = require("net");
const puppeteer = require("puppeteer");
const { chromium } = require("playwright");
const wkhtmltopdf = require("wkhtmltopdf");
const wkhtmltoimage = require("wkhtmltoimage");
const express = require("express");

const app = express();

app.get("/proxy", async (req, res) => {
  // ruleid: ssrf
  const answer = await axios.get(req.query.url);
  // ruleid: ssrf
  const posted = await axios.post("https://" + req.body.host + "/hook", { done: 1 });
  // ruleid: ssrf
  const configured = await axios({ method: "get", url: req.query.url });
  // ruleid: ssrf
  const requested = await axios.request({ url: `http://${req.query.host}/status` });
  // ruleid: ssrf
  const fetched = await fetch(req.query.url);
  // ruleid: ssrf
  const gotten = await got(req.query.url);
  // ruleid: ssrf
  const gotten2 = await got.get(`https://${req.params.host}/`);
  // ruleid: ssrf
  request(req.query.url, (err, answer) => res.json(answer));
  // ruleid: ssrf
  request.get({ url: req.query.url }, (err, answer) => res.json(answer));
  // ruleid: ssrf
  const promised = await rp(req.body.url);
  // ruleid: ssrf
  const agent = await superagent.get(req.query.url);
  // ruleid: ssrf
  needle.get(req.query.url, () => {});
  // ruleid: ssrf
  needle("get", req.body.url);
  // ruleid: ssrf
  http.get(req.query.url, (answer) => answer.pipe(res));
  // ruleid: ssrf
  https.request({ hostname: req.query.host, path: "/" }, () => {}).end();
  // ruleid: ssrf
  await undici.request(req.query.url);
  // ruleid: ssrf
  net.connect(80, req.query.host);
  res.json([answer, posted, configured, requested, fetched, gotten, gotten2, promised, agent]);
});

app.get("/variable", async (req, res) => {
  const { host } = req.query;
  const target = `http://${host}:8080/health`;
  // ruleid: ssrf
  const answer = await fetch(target);
  const options = { uri: req.body.address, json: true };
  // ruleid: ssrf
  request(options, () => {});
  const parsed = new URL(req.query.url);
  // ruleid: ssrf
  https.get(parsed, () => {});
  res.json(await answer.json());
});

app.get("/image", async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  // ruleid: ssrf
  await page.goto(req.query.url);
  // ruleid: ssrf
  await page.setContent("<body>" + req.body.html + "</body>");
  const other = await (await chromium.launch()).newPage();
  // ruleid: ssrf
  await other.goto(`https://${req.query.host}`);
  // ruleid: ssrf
  wkhtmltopdf(req.query.url, { output: "a.pdf" });
  // ruleid: ssrf
  wkhtmltoimage.generate(req.body.url, { output: "a.jpg" });
  res.end();
});

exports.handler = async function (event) {
  // ruleid: ssrf
  const answer = await axios.get(event.queryStringParameters.url);
  // ruleid: ssrf
  return fetch(JSON.parse(event.body).callback);
};

app.get("/safe", async (req, res) => {
  // ok: ssrf
  const answer = await axios.get("https://api.example.com/status");
  // ok: ssrf
  const searched = await axios.get("https://api.example.com/search", { params: { q: req.query.q } });
  // ok: ssrf
  const encoded = await fetch(`https://api.example.com/search?q=${encodeURIComponent(req.query.q)}`);
  // ok: ssrf
  const posted = await axios.post("https://api.example.com/orders", req.body);
  // ok: ssrf
  const user = await fetch("https://api.example.com/users/" + encodeURIComponent(req.params.id));
  // ok: ssrf
  const query = await got("https://api.example.com/search?q=" + req.query.q);
  // ok: ssrf
  const environment = await fetch(process.env.API_URL + "/status");
  res.json([answer, searched, encoded, posted, user, query, environment]);
});

const HOSTS = new Set(["api.example.com", "cdn.example.com"]);

app.get("/safe/allowed", async (req, res) => {
  const target = new URL(req.query.url);
  if (!HOSTS.has(target.hostname)) {
    return res.sendStatus(400);
  }
  // ok: ssrf
  const answer = await fetch(target);
  res.send(await answer.json());
});

app.get("/safe/list", async (req, res) => {
  const allowed = ["https://a.example.com", "https://b.example.com"];
  const { url } = req.query;
  if (allowed.includes(url)) {
    // ok: ssrf
    const answer = await axios.get(url);
    res.json(answer.data);
  }
});

app.get("/safe/table", async (req, res) => {
  const services = { users: "http://users.internal", orders: "http://orders.internal" };
  // ok: ssrf
  const answer = await axios.get(services[req.params.service] + "/health");
  res.json(answer.data);
});

app.get("/safe/page", async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  // ok: ssrf
  await page.goto("https://example.com");
  // ok: ssrf
  await page.setContent("<h1>Report</h1>");
  res.end();
});

const cache = new Map();

app.get("/safe/get", (req, res) => {
  // ok: ssrf
  res.json(cache.get(req.query.url));
  // ok: ssrf
  app.get(req.query.name);
});
