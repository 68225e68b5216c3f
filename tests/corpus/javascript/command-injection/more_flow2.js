const { exec, execSync } = require('child_process');
const express = require('express');
const app = express();
const db = require('./db');
const { query, param, matchedData, validationResult } = require('express-validator');
const yup = require('yup');
const LIMIT = 10;

app.get('/1', function (request, response) {
  var self = this;
  var name = request.param('name');
  // ruleid: command-injection
  exec('echo ' + name);
  var opts = { cmd: name, ok: 'x' };
  // ruleid: command-injection
  exec(opts.cmd);
  // ok: command-injection
  exec(opts.ok);
  // ruleid: command-injection
  (function (c) { exec('echo ' + c); })(name);
  // ok: command-injection
  (function (c) { exec('echo ' + c); })('x');
  // ruleid: command-injection
  setTimeout(function () { exec('echo ' + name); }, 10);
  process.nextTick(exec, 'echo ' + name);
  name = name && name.length > 3 ? 'long' : 'short';
  // ok: command-injection
  exec('echo ' + name);
});

app.post('/2', async ({ body, params: { id }, query: q }, res) => {
  // ruleid: command-injection
  exec('echo ' + body.x);
  // ruleid: command-injection
  exec('echo ' + id);
  // ruleid: command-injection
  exec('echo ' + q.y);
  // ok: command-injection
  exec('echo ' + Math.max(1, body.n));
  // ok: command-injection
  exec('echo ' + (body.flag ? '-v' : ''));
  const args = [];
  for (const [k, v] of Object.entries(body)) args.push(`--${k}=${v}`);
  // ruleid: command-injection
  exec('run ' + args.join(' '));
  const page = Math.min(parseInt(q.page, 10) || 1, LIMIT);
  // ok: sql-injection
  await db.query(`SELECT * FROM t LIMIT ${page}`);
  // ok: sql-injection
  await db.query(`SELECT * FROM t WHERE a IN (${body.ids.map((i) => parseInt(i, 10)).join(',')})`);
  // ruleid: sql-injection
  await db.query(`SELECT * FROM t WHERE a IN (${body.ids.join(',')})`);
  // ok: sql-injection
  await db.query(`SELECT * FROM ${q.type === 'a' ? 'ta' : 'tb'}`);
  const cols = { name: 'n', date: 'd' };
  if (!(q.sort in cols)) return res.sendStatus(400);
  // ok: sql-injection
  await db.query(`SELECT * FROM t ORDER BY ${cols[q.sort]}`);
});

const step1 = (req) => req.query.v;
const step2 = (v) => v.trim();
const step3 = (v) => `echo ${v}`;
app.get('/3', (req, res) => {
  // ruleid: command-injection
  exec(step3(step2(step1(req))));
  // ok: command-injection
  exec(step3(step2(' fixed ')));
  const pipe = [step1, step2, step3].reduce((acc, f) => f(acc), req);
  const { v: renamed = 'd' } = req.query;
  // ruleid: command-injection
  exec(`echo ${renamed}`);
  const str = String(req.query.v).replace(/[^\w]/g, '_');
  // ok: command-injection
  exec(`echo ${str}`);
  const b64 = Buffer.from(req.query.v).toString('hex');
  // ok: command-injection
  exec(`echo ${b64}`);
  const raw = Buffer.from(req.query.v, 'base64').toString();
  // ruleid: command-injection
  exec(`echo ${raw}`);
  switch (req.query.mode) {
    // ok: command-injection
    case 'x': exec('mode ' + req.query.mode); break;
    // ruleid: command-injection
    default: exec('mode ' + req.query.mode);
  }
  try { check(req.query.w); } catch (e) { exec('echo ' + e.message); }
  let cmd;
  if (req.query.debug) { cmd = 'debug'; } else { cmd = req.query.cmd; }
  // ruleid: command-injection
  exec(cmd);
  return pipe;
});

class Queue {
  #items = [];
  push(x) { this.#items.push(x); }
  // ruleid: command-injection
  drain() { for (const i of this.#items) execSync(i); }
  // ruleid: command-injection
  static run(c) { execSync(c); }
}
app.get('/4', (req) => {
  const qu = new Queue();
  qu.push(req.query.c);
  qu.drain();
  Queue.run(req.query.d);
});
const schema = yup.object({ n: yup.number().required(), s: yup.string().required() });
app.get('/5', async (req) => {
  const data = await schema.validate(req.query);
  // ok: command-injection
  exec('run ' + data.n);
  // ruleid: command-injection
  exec('run ' + data.s);
});
