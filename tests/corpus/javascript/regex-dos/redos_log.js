const express = require('express');
const winston = require('winston');
const pino = require('pino')();
const bunyan = require('bunyan');
const _ = require('lodash');
const escapeStringRegexp = require('escape-string-regexp');
const morgan = require('morgan');
const nodemailer = require('nodemailer');
const fs = require('fs');
const app = express();
const logger = winston.createLogger({});

// ruleid: regex-dos
const R1 = /^(a+)+$/;
// ruleid: regex-dos
const R2 = /^([a-zA-Z0-9]+)*@x$/;
// ok: regex-dos
const R3 = /^[a-z0-9_-]{3,16}$/;
// ruleid: regex-dos
const R4 = /(x+x+)+y/;
// ok: regex-dos
const R5 = /^(\d+)(,\d+)*$/;
// ruleid: regex-dos
const R6 = new RegExp('^(\\w+\\s?)*$');
// ok: regex-dos
const R7 = new RegExp('^\\w+$');
// ruleid: regex-dos
const R8 = /^(a|a)*$/;
// ok: regex-dos
const R9 = /^(\/[a-z]+)+$/;
// ruleid: regex-dos
const R10 = /(.*)*x/;

app.get('/r', (req, res) => {
  // ruleid: regex-dos
  new RegExp(req.query.p);
  // ok: regex-dos
  new RegExp(_.escapeRegExp(req.query.p));
  // ok: regex-dos
  new RegExp('^' + escapeStringRegexp(req.query.p) + '$');
  // ruleid: regex-dos
  RegExp('^' + req.query.p + '$');
  // ruleid: regex-dos
  'text'.match(req.query.p);
  // ruleid: regex-dos
  'text'.search(req.query.p);
  // ruleid: regex-dos
  'text'.replace(new RegExp(req.query.p, 'g'), '');
  // ok: regex-dos
  'text'.replace('a', req.query.p);
  // ok: regex-dos
  'text'.includes(req.query.p);
  // ok: regex-dos
  /^[a-z]+$/.test(req.query.p);
  // ruleid: denial-of-service
  for (let i = 0; i < req.body.length; i++) {}
  // ok: regex-dos
  for (let i = 0; i < Math.min(req.body.items.length, 100); i++) {}
  // ruleid: denial-of-service
  Buffer.alloc(Number(req.query.n));
  // ok: regex-dos
  Buffer.alloc(1024);
  // ruleid: denial-of-service
  'a'.repeat(Number(req.query.n));
});

app.get('/l', (req, res) => {
  const name = req.query.name;
  // ruleid: log-injection
  console.log('user ' + name);
  // ok: log-injection
  console.log('user %s', name.replace(/\n|\r/g, ''));
  // ok: log-injection
  console.log('started');
  // ruleid: log-injection
  logger.info(`user ${name}`);
  // ok: log-injection
  logger.info('user', { id: Number(req.query.id) });
  // ruleid: log-injection
  pino.info('user ' + name);
  // ruleid: log-injection
  console.error('failed: ' + req.body.x);
  // ok: log-injection
  console.log(JSON.stringify({ name }));
  // ok: log-injection
  console.log(encodeURIComponent(name));
  // ok: log-injection
  console.log(parseInt(name));
  // ruleid: log-injection
  bunyan.createLogger({ name: 'x' }).warn('got ' + name);
  // ruleid: log-injection
  console.log(name + ' %s', 'x');
  const oneLine = name.replace(/[\r\n]/g, ' ');
  // ok: log-injection
  logger.warn('value ' + oneLine);
});

app.get('/h', (req, res) => {
  // ruleid: header-injection
  res.setHeader('X-Name', req.query.name);
  // ok: header-injection
  res.setHeader('X-Name', encodeURIComponent(req.query.name));
  // ruleid: header-injection
  res.set(req.query.h, '1');
  // ok: header-injection
  res.set('X-A', 'b');
  // ruleid: header-injection
  res.writeHead(200, { 'X-Name': req.query.name });
  // ok: header-injection
  res.append('X-N', String(Number(req.query.n)));
});

app.post('/login', (req, res) => {
  const { user, password, token } = req.body;
  // ruleid: data-exposure
  console.log('password: ' + password);
  // ok: data-exposure
  console.log('login of user');
  // ruleid: data-exposure
  logger.info('token', token);
  // ruleid: data-exposure
  logger.info(`pw ${req.body.password}`);
  // ok: data-exposure
  logger.info('password changed');
  // ok: data-exposure
  console.log('length ' + password.length);
  // ruleid: data-exposure
  fs.writeFileSync('log.txt', password);
  // ruleid: data-exposure
  console.log(process.env);
  // ok: data-exposure
  console.log(process.env.NODE_ENV);
});

app.get('/x', (req, res) => {
  try {
    work();
  } catch (e) {
    // ruleid: data-exposure
    res.status(500).send(e.stack);
    // ruleid: data-exposure
    res.status(500).json({ error: e.stack });
    // ok: data-exposure
    res.status(500).json({ error: 'internal' });
    // ok: data-exposure
    console.error(e.stack);
  }
});
app.use((err, req, res, next) => {
  // ruleid: data-exposure
  res.status(500).send(err.stack);
});
// ok: data-exposure
app.use('/static', express.static('public'));
// ruleid: misconfiguration
app.use(express.static(__dirname));
// ruleid: misconfiguration
app.use('/nm', express.static('node_modules'));
// ok: misconfiguration
app.disable('x-powered-by');
