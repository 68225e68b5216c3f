import express, { Request, Response, NextFunction } from 'express';
import { execSync } from 'child_process';
import fs from 'fs';
import { EventEmitter } from 'events';
import { Pool } from 'pg';
import validator from 'validator';
import { body, validationResult } from 'express-validator';
import Joi from 'joi';
import { validate as isUuid } from 'uuid';

const app = express();
const pool = new Pool();

app.use((req: Request, res: Response, next: NextFunction) => {
  res.locals.user = req.query.user;
  (req as any).tenant = req.headers['x-tenant'];
  next();
});

app.get('/a', (req, res) => {
  // ruleid: command-injection
  execSync('echo ' + res.locals.user);
  const { a: { b }, ...rest } = req.body;
  // ruleid: command-injection
  execSync('echo ' + b);
  // ruleid: command-injection
  execSync('echo ' + rest.c);
  const [first, second = 'x'] = req.body.list;
  // ruleid: command-injection
  execSync('echo ' + first);
  // ruleid: command-injection
  execSync('echo ' + second);
  const copy = { ...req.body, fixed: 'x' };
  // ok: command-injection
  execSync('echo ' + copy.fixed);
  // ruleid: command-injection
  execSync('echo ' + copy.other);
  const m = new Map<string, string>();
  m.set('k', req.query.k as string);
  // ruleid: command-injection
  execSync('echo ' + m.get('k'));
  const set = new Set(['a', 'b']);
  const v = req.query.v as string;
  if (!set.has(v)) return res.end();
  // ok: command-injection
  execSync('echo ' + v);
});

app.get('/b', async (req, res) => {
  const id = req.query.id as string;
  if (!isUuid(id)) return res.status(400).end();
  // ok: sql-injection
  await pool.query(`SELECT * FROM t WHERE id = '${id}'`);
  const email = req.query.email as string;
  if (validator.isAlphanumeric(email)) {
    // ok: sql-injection
    await pool.query(`SELECT * FROM t WHERE e = '${email}'`);
  }
  // ruleid: sql-injection
  await pool.query(`SELECT * FROM t WHERE e = '${email}'`);
  const { value, error } = Joi.object({ n: Joi.number().required() }).validate(req.query);
  if (error) return res.status(400).end();
  // ok: sql-injection
  await pool.query('SELECT * FROM t WHERE n = ' + value.n);
  const d = new Date(req.query.d as string);
  // ok: sql-injection
  await pool.query(`SELECT * FROM t WHERE d > '${d.toISOString()}'`);
  const n = +req.query.n!;
  // ok: sql-injection
  await pool.query(`SELECT * FROM t WHERE n = ${n}`);
  const f = parseFloat(req.query.f as string).toFixed(2);
  // ok: sql-injection
  await pool.query(`SELECT * FROM t WHERE f = ${f}`);
  const s = (req.query.s as string).trim().toLowerCase();
  // ruleid: sql-injection
  await pool.query(`SELECT * FROM t WHERE s = '${s}'`);
  const t = req.query.t ? 'a' : 'b';
  // ok: sql-injection
  await pool.query(`SELECT * FROM t WHERE t = '${t}'`);
  const u = (req.query.u as string) || 'default';
  // ruleid: sql-injection
  await pool.query(`SELECT * FROM t WHERE u = '${u}'`);
});

async function fetchName(req: Request): Promise<string> {
  return req.query.name as string;
}

function withCallback(v: string, cb: (v: string) => void) {
  cb(v);
}

const helpers = {
  shout(v: string) { return v.toUpperCase(); },
  fixed(_v: string) { return 'fixed'; },
};

app.get('/c', async (req, res) => {
  const name = await fetchName(req);
  // ruleid: command-injection
  execSync('echo ' + name);
  // ruleid: command-injection
  fetchName(req).then((n) => execSync('echo ' + n));
  // ruleid: command-injection
  withCallback(req.query.v as string, (v) => execSync('echo ' + v));
  // ok: command-injection
  withCallback('x', (v) => execSync('ls ' + v));
  // ruleid: command-injection
  execSync('echo ' + helpers.shout(req.query.v as string));
  // ok: command-injection
  execSync('echo ' + helpers.fixed(req.query.v as string));
  const results = await Promise.all([fetchName(req), Promise.resolve('x')]);
  // ruleid: command-injection
  execSync('echo ' + results[0]);
  const mapped = (req.query.list as string[]).map((x) => x.trim());
  for (const x of mapped) {
    // ruleid: command-injection
    execSync('echo ' + x);
  }
  const reduced = (req.query.list as string[]).reduce((acc, x) => acc + x, '');
  // ruleid: command-injection
  execSync('echo ' + reduced);
  const filtered = (req.query.list as string[]).filter((x) => ['a', 'b'].includes(x));
  // ok: command-injection
  execSync('echo ' + filtered.join(' '));
  const lens = (req.query.list as string[]).map((x) => x.length);
  // ok: command-injection
  execSync('echo ' + lens.join(' '));
  Object.entries(req.query).forEach(([k, v]) => {
    // ruleid: command-injection
    execSync(`echo ${k}=${v}`);
  });
});

abstract class Base {
  protected value: string;
  constructor(req: Request) { this.value = req.query.v as string; }
  get upper() { return this.value.toUpperCase(); }
  static of(req: Request) { return new Child(req); }
}
class Child extends Base {
  run() {
    // ruleid: command-injection
    execSync('echo ' + this.value);
    // ruleid: command-injection
    execSync('echo ' + this.upper);
    // ok: command-injection
    execSync('echo child');
  }
}
app.get('/d', (req, res) => { new Child(req).run(); Base.of(req).run(); });

enum Mode { Fast = 'fast', Slow = 'slow' }
app.get('/e', (req, res) => {
  const mode = req.query.fast ? Mode.Fast : Mode.Slow;
  // ok: command-injection
  execSync('run ' + mode);
  let x = req.query.x as string;
  x = 'overwritten';
  // ok: command-injection
  execSync('echo ' + x);
  let y = 'a';
  try { y = JSON.parse(req.body.y).name; } catch { y = 'b'; }
  // ruleid: command-injection
  execSync('echo ' + y);
  let z: string;
  if (req.query.z === 'a') z = 'a'; else z = 'b';
  // ok: command-injection
  execSync('echo ' + z);
  const w = req.query.w as string;
  if (w !== 'up' && w !== 'down') throw new Error('bad');
  // ok: command-injection
  execSync('ip link ' + w);
  const emitter = new EventEmitter();
  // ruleid: command-injection
  emitter.on('go', (cmd: string) => execSync(cmd));
  emitter.emit('go', req.query.cmd);
});
