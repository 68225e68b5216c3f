const axios = require('axios');
const fetch = require('node-fetch');
const got = require('got');
const request = require('request');
const rp = require('request-promise');
const superagent = require('superagent');
const needle = require('needle');
const http = require('http');
const https = require('https');
const undici = require('undici');
const net = require('net');
const WebSocket = require('ws');
const puppeteer = require('puppeteer');
const express = require('express');
const app = express();
const HOSTS = ['api.example.org'];
const TARGETS = { a: 'https://a.example.org' };

app.get('/a', async (req, res) => {
  const u = req.query.url;
  // ruleid: ssrf
  await axios.get(u);
  // ruleid: ssrf
  await axios(u);
  // ruleid: ssrf
  await axios({ url: u, method: 'get' });
  // ok: ssrf
  await axios.post('https://api.example.org', { u });
  // ok: ssrf
  await axios.get('https://api.example.org/x', { params: { u } });
  // ruleid: ssrf
  await axios.request({ baseURL: 'https://' + req.query.host, url: '/x' });
  // ruleid: ssrf
  await fetch(u);
  // ruleid: ssrf
  await fetch('https://' + req.query.host + '/x');
  // ok: ssrf
  await fetch('https://api.example.org/items/' + encodeURIComponent(req.query.id));
  // ok: ssrf
  await fetch('https://api.example.org', { method: 'POST', body: u });
  // ruleid: ssrf
  await got(u);
  // ruleid: ssrf
  await got.post(u);
  // ok: ssrf
  await got('https://example.org', { searchParams: { u } });
  // ruleid: ssrf
  request(u, cb);
  // ruleid: ssrf
  request({ uri: u }, cb);
  // ok: ssrf
  request.get('https://example.org', cb);
  // ruleid: ssrf
  await rp(u);
  // ruleid: ssrf
  await superagent.get(u);
  // ok: ssrf
  await superagent.get('https://example.org').query({ u });
  // ruleid: ssrf
  await needle('get', u);
  // ruleid: ssrf
  http.get(u, cb);
  // ruleid: ssrf
  https.request({ hostname: req.query.host, path: '/' }, cb);
  // ok: ssrf
  https.request({ hostname: 'example.org', path: '/x?u=' + encodeURIComponent(u) }, cb);
  // ruleid: ssrf
  https.get(new URL(u), cb);
  // ruleid: ssrf
  await undici.request(u);
  // ok: ssrf
  await undici.fetch('https://example.org/');
  // ruleid: ssrf
  net.connect(80, req.query.host);
  // ok: ssrf
  net.connect(80, 'localhost');
  // ruleid: ssrf
  new WebSocket(u);
  // ok: ssrf
  new WebSocket('wss://example.org');
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  // ruleid: ssrf
  await page.goto(u);
  // ok: ssrf
  await page.goto('https://example.org');
});

app.get('/b', async (req, res) => {
  const target = new URL(req.query.url);
  if (!HOSTS.includes(target.hostname)) {
    return res.status(400).end();
  }
  // ok: ssrf
  res.json(await (await fetch(target)).json());
});

app.get('/c', async (req, res) => {
  const u = req.query.url;
  if (!u.startsWith('https://api.example.org/')) return res.status(400).end();
  // ok: ssrf
  await fetch(u);
});

app.get('/d', async (req, res) => {
  const u = req.query.url;
  if (!u.startsWith('http')) return res.status(400).end();
  // ruleid: ssrf
  await fetch(u);
});

app.get('/e', async (req, res) => {
  const base = TARGETS[req.query.t];
  if (!base) return res.status(404).end();
  // ok: ssrf
  await fetch(base + '/x');
  const client = axios.create({ baseURL: 'https://api.example.org' });
  // ok: ssrf
  await client.get('/users');
  // ruleid: ssrf
  await client.get(req.query.u);
});

async function load(url) {
  // ruleid: ssrf
  return fetch(url);
}
async function loadFixed(url) {
  // ok: ssrf
  return fetch(url);
}
app.get('/f', async (req, res) => {
  await load(req.body.callback);
  await loadFixed('https://example.org');
  const { host = 'example.org' } = req.query;
  // ruleid: ssrf
  await fetch(`http://${host}:8080/status`);
  const port = Number(req.query.port);
  // ok: ssrf
  await fetch(`http://localhost:${port}/status`);
  const uuid = req.query.uuid;
  if (!/^[0-9a-f-]{36}$/.test(uuid)) return;
  // ok: ssrf
  await fetch(`https://${uuid}.example.org`);
});
