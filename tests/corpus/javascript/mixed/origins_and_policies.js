const express = require('express');
const cors = require('cors');
const csurf = require('csurf');
const helmet = require('helmet');
const app = express();
const allow = ['https://a.example.com'];
// ok: mixed
app.use(cors({ origin: allow, credentials: true }));
// ruleid: cors
app.use(cors({ origin: /example\.com$/ }));
// ok: cors
app.use(cors({ origin: (o, cb) => allow.includes(o) ? cb(null, true) : cb(new Error('no')) }));
app.use((req, res, next) => {
  const origin = req.headers.origin;
  // ok: cors
  if (allow.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin);
  next();
});
app.use((req, res, next) => {
  // ruleid: cors
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin || '*');
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  // ruleid: cors
  res.header('Access-Control-Allow-Origin', req.get('origin'));
  // ruleid: cors
  res.writeHead(200, { 'Access-Control-Allow-Origin': '*' });
  next();
});
// ruleid: misconfiguration
app.use(helmet.contentSecurityPolicy({ directives: { scriptSrc: ["'unsafe-inline'", "'unsafe-eval'"] } }));
// ok: misconfiguration
app.use(helmet.frameguard({ action: 'deny' }));
// ok: misconfiguration
app.use(csurf({ cookie: true }));
// ruleid: csrf
app.use(csurf({ ignoreMethods: ['GET', 'POST'] }));
// ok: csrf
app.disable('x-powered-by');
// ruleid: misconfiguration
app.use(express.static('public', { dotfiles: 'allow' }));
// ok: misconfiguration
app.use(express.urlencoded({ extended: true, limit: '1mb' }));
const https = require('https');
// ruleid: tls-verification
https.createServer({ key, cert, secureProtocol: 'SSLv3_method' }, app);
// ruleid: tls-verification
https.createServer({ key, cert, ciphers: 'RC4-SHA:DES-CBC3-SHA' }, app);
// ruleid: cors
const io = require('socket.io')(server, { cors: { origin: '*' } });
const { ApolloServer } = require('apollo-server');
// ruleid: misconfiguration
new ApolloServer({ typeDefs, resolvers, introspection: true, playground: true });
const xml2js = require('xml2js');
const { XMLParser } = require('fast-xml-parser');
const { DOMParser } = require('@xmldom/xmldom');
const libxml = require('libxmljs');
app.post('/x', (req, res) => {
  // ruleid: xxe
  libxml.parseXml(req.body, { noent: true, nonet: false });
  // ok: xxe
  new XMLParser({ processEntities: false }).parse(req.body);
  // ruleid: regex-dos
  const regex = new RegExp('^' + req.query.q + '$');
  // ok: regex-dos
  const safe = new RegExp(req.query.q.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // ruleid: regex-dos
  if (/^(\d+)+$/.test(req.body.n)) res.end();
  // ruleid: header-injection
  res.set('Content-Disposition', 'attachment; filename=' + req.query.name);
  // ruleid: denial-of-service
  const arr = new Array(Number(req.query.size));
  // ruleid: denial-of-service
  Buffer.alloc(parseInt(req.query.n));
  const n = Math.min(Number(req.query.size), 100);
  // ok: denial-of-service
  new Array(n);
});
