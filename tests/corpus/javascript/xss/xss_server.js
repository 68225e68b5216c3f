const express = require('express');
const http = require('http');
const escapeHtml = require('escape-html');
const he = require('he');
const sanitizeHtml = require('sanitize-html');
const xss = require('xss');
const createDOMPurify = require('dompurify');
const { JSDOM } = require('jsdom');
const serialize = require('serialize-javascript');
const _ = require('lodash');
const Handlebars = require('handlebars');
const marked = require('marked');
const app = express();
const DOMPurify = createDOMPurify(new JSDOM('').window);

app.get('/a', (req, res) => {
  // ruleid: xss
  res.send('Hello ' + req.query.name);
});
app.get('/b', (req, res) => {
  // ok: xss
  res.send('Hello ' + escapeHtml(req.query.name));
});
app.get('/c', (req, res) => {
  // ruleid: xss
  res.send(`<p>${req.params.p}</p>`);
});
app.get('/d', (req, res) => {
  // ok: xss
  res.json({ name: req.query.name });
});
app.get('/e', (req, res) => {
  // ruleid: xss
  res.write('<b>' + req.body.b + '</b>');
  res.end();
});
app.get('/f', (req, res) => {
  res.type('text/plain');
  // ok: xss
  res.send(req.query.name);
});
app.get('/g', (req, res) => {
  res.setHeader('Content-Type', 'application/json');
  // ok: xss
  res.end(JSON.stringify({ q: req.query.q }));
});
app.get('/h', (req, res) => {
  // ruleid: xss
  res.status(400).send('Bad value: ' + req.query.v);
});
app.get('/i', (req, res) => {
  // ok: xss
  res.send({ v: req.query.v });
});
app.get('/j/:id', (req, res) => {
  if (!Number.isInteger(Number(req.params.id))) return res.sendStatus(400);
  const id = parseInt(req.params.id);
  // ok: xss
  res.send('<p>' + id + '</p>');
});
app.get('/k', (req, res) => {
  const clean = DOMPurify.sanitize(req.query.html);
  // ok: xss
  res.send(clean);
});
app.get('/l', (req, res) => {
  // ok: xss
  res.send(sanitizeHtml(req.query.html));
});
app.get('/m', (req, res) => {
  // ok: xss
  res.send('<p>' + he.encode(req.query.v) + '</p>');
});
app.get('/n', (req, res) => {
  // ok: xss
  res.send('<p>' + xss(req.query.v) + '</p>');
});
app.get('/o', (req, res) => {
  // ok: xss
  res.send('<p>' + _.escape(req.query.v) + '</p>');
});
app.get('/p', (req, res) => {
  // ok: xss
  res.send('<a href="/x?' + encodeURIComponent(req.query.v) + '">x</a>');
});
app.get('/q', (req, res) => {
  const html = page(req.query.title);
  // ruleid: xss
  res.send(html);
});
function page(title) {
  return `<html><title>${title}</title></html>`;
}
app.get('/r', (req, res) => {
  // ok: xss
  res.render('page', { title: req.query.title });
});
app.get('/s', (req, res) => {
  // ruleid: xss
  res.send('<script>var s = ' + JSON.stringify(req.query) + '</script>');
});
app.get('/t', (req, res) => {
  // ok: xss
  res.send('<script>var s = ' + serialize(req.query) + '</script>');
});
app.get('/u', (req, res) => {
  // ruleid: xss
  const s = new Handlebars.SafeString(req.query.s);
  // ok: xss
  const ok = Handlebars.escapeExpression(req.query.s);
  res.render('x', { s, ok });
});
app.get('/v', (req, res) => {
  const v = req.query.v.replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/&/g, '&amp;');
  // ok: xss
  res.send('<p>' + v + '</p>');
});
app.get('/w', (req, res) => {
  const v = req.query.v.replace('<', '&lt;');
  // ruleid: xss
  res.send('<p>' + v + '</p>');
});
app.use((req, res) => {
  // ruleid: xss
  res.status(404).send('Cannot find ' + req.originalUrl);
});
app.use((err, req, res, next) => {
  // ok: xss
  res.status(500).send('Something broke');
});

http.createServer((req, res) => {
  const u = new URL(req.url, 'http://x');
  res.writeHead(200, { 'Content-Type': 'text/html' });
  // ruleid: xss
  res.end('<p>' + u.searchParams.get('q') + '</p>');
});
http.createServer((req, res) => {
  res.writeHead(200, { 'Content-Type': 'text/plain' });
  // ok: xss
  res.end(req.url);
});
app.get('/x', async (req, res) => {
  const name = await Promise.resolve(req.query.name);
  // ruleid: xss
  res.send('<p>' + name + '</p>');
  const names = [].concat(req.query.names).map((n) => `<li>${n}</li>`).join('');
  // ruleid: xss
  res.send(`<ul>${names}</ul>`);
  const safe = [].concat(req.query.names).map((n) => `<li>${escapeHtml(n)}</li>`).join('');
  // ok: xss
  res.send(`<ul>${safe}</ul>`);
  const color = ['red', 'blue'].includes(req.query.color) ? req.query.color : 'red';
  // ok: xss
  res.send('<p style="color:' + color + '">x</p>');
});
app.get('/locals', (req, res, next) => {
  res.locals.q = req.query.q;
  app.locals.title = 'x';
  next();
}, (req, res) => {
  // ruleid: xss
  res.send('<p>' + res.locals.q + '</p>');
  // ok: xss
  res.send('<p>' + app.locals.title + '</p>');
});
