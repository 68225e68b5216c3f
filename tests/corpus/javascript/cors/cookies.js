const express = require('express');
const session = require('express-session');
const cookieSession = require('cookie-session');
const csurf = require('csurf');
const cors = require('cors');
const helmet = require('helmet');
const cookieParser = require('cookie-parser');
const Koa = require('koa');
const koaCors = require('@koa/cors');
const fastify = require('fastify')();
const passport = require('passport');
const Hapi = require('@hapi/hapi');
const app = express();
const ORIGINS = ['https://app.example.org'];

// ok: insecure-cookie
app.use(session({ secret: process.env.S, cookie: { secure: true, httpOnly: true, sameSite: 'lax' } }));
// ruleid: insecure-cookie
app.use(session({ secret: process.env.S, cookie: { secure: false } }));
// ruleid: insecure-cookie
app.use(session({ secret: process.env.S, cookie: { secure: true, httpOnly: false } }));
// ruleid: hardcoded-secret
app.use(session({ secret: 'keyboard cat', cookie: { secure: true } }));
// ruleid: hardcoded-secret
app.use(session({ secret: ['k3yOne-abcdef', process.env.S], cookie: { secure: true } }));
// ok: insecure-cookie
app.use(cookieSession({ name: 's', keys: [process.env.K], secure: true, httpOnly: true }));
// ruleid: hardcoded-secret
app.use(cookieSession({ name: 's', keys: ['hardcoded-key-abc'], secure: true }));
// ruleid: insecure-cookie
app.use(cookieSession({ name: 's', keys: [process.env.K], secure: false }));
// ruleid: insecure-cookie
app.use(cookieSession({ name: 's', keys: [process.env.K], httpOnly: false, secure: true }));
// ruleid: hardcoded-secret
app.use(cookieParser('cookie-parser-secret-1'));
// ok: hardcoded-secret
app.use(cookieParser(process.env.C));
// ruleid: insecure-cookie
const sess = { secret: process.env.S, cookie: { secure: false } };
app.use(session(sess));

app.get('/a', (req, res) => {
  // ruleid: insecure-cookie
  res.cookie('sid', 'v');
  // ok: insecure-cookie
  res.cookie('sid', 'v', { httpOnly: true, secure: true, sameSite: 'strict' });
  // ruleid: insecure-cookie
  res.cookie('sid', 'v', { httpOnly: false, secure: true });
  // ruleid: insecure-cookie
  res.cookie('sid', 'v', { secure: false, httpOnly: true });
  // ruleid: insecure-cookie
  res.cookie('token', 'v', { maxAge: 1000 });
  // ok: insecure-cookie
  res.clearCookie('sid');
  const o = { httpOnly: true, secure: true, sameSite: 'lax' };
  // ok: insecure-cookie
  res.cookie('sid', 'v', o);
  const weak = { httpOnly: false, secure: false };
  // ruleid: insecure-cookie
  res.cookie('sid', 'v', weak);
  // ok: insecure-cookie
  res.setHeader('Set-Cookie', 'sid=1; HttpOnly; Secure; SameSite=Lax');
  // ruleid: insecure-cookie
  res.setHeader('Set-Cookie', 'sid=1');
});

// ruleid: cors
app.use(cors());
// ok: cors
app.use(cors({ origin: 'https://app.example.org' }));
// ruleid: cors
app.use(cors({ origin: '*' }));
// ruleid: cors
app.use(cors({ origin: true, credentials: true }));
// ok: cors
app.use(cors({ origin: ORIGINS, credentials: true }));
// ruleid: cors
app.use(cors({ origin: '*', credentials: true }));
// ruleid: cors
app.use(cors({ origin: (o, cb) => cb(null, true), credentials: true }));
// ok: cors
app.use(cors({ origin: (o, cb) => cb(null, ORIGINS.includes(o)), credentials: true }));
app.get('/c', (req, res) => {
  // ruleid: cors
  res.setHeader('Access-Control-Allow-Origin', '*');
  // ok: cors
  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.org');
  // ruleid: cors
  res.header('Access-Control-Allow-Origin', req.headers.origin);
  // ruleid: cors
  res.set('Access-Control-Allow-Origin', req.get('Origin'));
  if (ORIGINS.includes(req.headers.origin)) {
    // ok: cors
    res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
  }
  // ruleid: cors
  res.writeHead(200, { 'Access-Control-Allow-Origin': '*' });
  // ok: cors
  res.setHeader('Access-Control-Allow-Methods', 'GET');
  // ruleid: cors
  res.set({ 'Access-Control-Allow-Origin': '*' });
});
const koa = new Koa();
// ruleid: cors
koa.use(koaCors({ origin: '*' }));
// ok: cors
koa.use(koaCors({ origin: 'https://app.example.org' }));
koa.use(async (ctx) => {
  // ruleid: cors
  ctx.set('Access-Control-Allow-Origin', '*');
  // ruleid: insecure-cookie
  ctx.cookies.set('sid', 'v', { httpOnly: false });
  // ok: insecure-cookie
  ctx.cookies.set('sid', 'v', { secure: true, httpOnly: true, sameSite: 'lax' });
});
// ruleid: cors
fastify.register(require('@fastify/cors'), { origin: '*' });
// ok: cors
fastify.register(require('@fastify/cors'), { origin: 'https://app.example.org' });
fastify.get('/f', (request, reply) => {
  // ok: insecure-cookie
  reply.setCookie('sid', 'v', { path: '/', secure: true, httpOnly: true, sameSite: 'lax' });
  // ruleid: insecure-cookie
  reply.setCookie('sid', 'v', { path: '/', httpOnly: false });
  // ruleid: cors
  reply.header('Access-Control-Allow-Origin', '*');
});
// ruleid: cors
Hapi.server({ routes: { cors: true } });
// ok: cors
Hapi.server({ routes: { cors: { origin: ['https://app.example.org'] } } });

// ok: csrf
app.use(csurf({ cookie: true }));
// ruleid: csrf
app.use(csurf({ ignoreMethods: ['GET', 'POST'] }));
// ok: csrf
app.use(csurf({ ignoreMethods: ['GET', 'HEAD', 'OPTIONS'] }));
// ok: misconfiguration
app.use(helmet());
// ruleid: misconfiguration
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: misconfiguration
app.use(helmet({ frameguard: false }));
// ruleid: misconfiguration
app.use(helmet({ hsts: false }));
// ok: misconfiguration
app.use(helmet.noSniff());

app.post('/login', passport.authenticate('local'), (req, res) => {
  // ok: authentication
  req.session.user = req.user;
  // ok: authentication
  req.session.regenerate(() => res.redirect('/'));
});
app.post('/login2', (req, res) => {
  // ruleid: authentication
  req.session.id = req.query.sid;
  // ruleid: authentication
  req.sessionID = req.body.sid;
  // ruleid: authentication
  if (req.cookies.isAdmin === 'true') res.send('x');
  // ok: authentication
  if (req.session.isAdmin) res.send('x');
});
