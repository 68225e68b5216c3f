import express, { Request, Response } from 'express';
import path from 'path';
import fs from 'fs/promises';
import { execFile, spawn, exec } from 'child_process';
import { Pool } from 'pg';
import mysql from 'mysql2/promise';
import { z } from 'zod';
import validator from 'validator';
import DOMPurify from 'isomorphic-dompurify';
import he from 'he';
import axios from 'axios';
import crypto from 'crypto';
import { Knex } from 'knex';
import { Prisma, PrismaClient } from '@prisma/client';
import { body, param, validationResult } from 'express-validator';
import sanitizeHtml from 'sanitize-html';
import xss from 'xss';
import { User } from './models';

const app = express();
const pool = new Pool();
const prisma = new PrismaClient();
const SORTABLE = ['name', 'created'] as const;
const COLUMNS: Record<string, string> = { n: 'name', c: 'created' };
const COMMANDS = { status: ['git', 'status'], log: ['git', 'log'] } as const;
const ROOT = path.resolve('/srv/files');
const HOSTS = new Set(['api.example.com']);
const Body = z.object({ id: z.number(), name: z.string() });

app.get('/s', async (req: Request, res: Response) => {
  const id = Number(req.query.id);
  // ok: mixed
  await pool.query(`SELECT * FROM u WHERE id = ${id}`);
  const id2 = parseInt(req.params.id, 10);
  if (Number.isNaN(id2)) return res.status(400).end();
  // ok: mixed
  await pool.query('SELECT * FROM u WHERE id = ' + id2);
  const sort = SORTABLE.includes(req.query.sort as any) ? req.query.sort : 'name';
  // ok: mixed
  await pool.query(`SELECT * FROM u ORDER BY ${sort}`);
  const col = COLUMNS[req.query.col as string] ?? 'name';
  // ok: mixed
  await pool.query(`SELECT ${col} FROM u`);
  // ok: mixed
  await pool.query('SELECT * FROM u WHERE n = $1', [req.query.n]);
  // ok: mixed
  await pool.query({ text: 'SELECT * FROM u WHERE n = $1', values: [req.query.n] });
  const ids = (req.query.ids as string).split(',').map(Number);
  // ok: mixed
  await pool.query(`SELECT * FROM u WHERE id IN (${ids.join(',')})`);
  const marks = ids.map((_, i) => `$${i + 1}`).join(',');
  // ok: mixed
  await pool.query(`SELECT * FROM u WHERE id IN (${marks})`, ids);
  let sql = 'SELECT * FROM u WHERE 1=1';
  const args: unknown[] = [];
  if (req.query.name) {
    args.push(req.query.name);
    sql += ` AND name = $${args.length}`;
  }
  // ok: mixed
  await pool.query(sql, args);
  const dir = req.query.dir === 'desc' ? 'DESC' : 'ASC';
  // ok: mixed
  await pool.query(`SELECT * FROM u ORDER BY n ${dir}`);
  const conn = await mysql.createConnection({});
  // ok: mixed
  await conn.query('SELECT * FROM ?? WHERE n = ?', [req.query.t, req.query.n]);
  // ok: mixed
  await conn.execute('SELECT * FROM u WHERE n = ?', [req.query.n]);
  // ok: mixed
  await conn.query('SELECT * FROM u WHERE n = ' + conn.escape(req.query.n));
  // ok: mixed
  await prisma.$queryRaw`SELECT * FROM u WHERE n = ${req.query.n}`;
  // ok: mixed
  await prisma.$queryRaw(Prisma.sql`SELECT * FROM u WHERE n = ${req.query.n}`);
  // ok: mixed
  await prisma.user.findMany({ where: { name: req.query.n as string } });
  // ok: mixed
  await User.findAll({ where: { name: req.query.n as string } });
  if (!validator.isUUID(req.query.u as string)) return res.status(400).end();
  // ok: mixed
  await pool.query(`SELECT * FROM u WHERE uuid = '${req.query.u}'`);
  const parsed = Body.parse(req.body);
  // ok: mixed
  await pool.query(`SELECT * FROM u WHERE id = ${parsed.id}`);
});

app.get('/c', (req: Request, res: Response) => {
  const host = req.query.host as string;
  // ok: mixed
  execFile('ping', ['-c', '1', host]);
  // ok: mixed
  spawn('ping', ['-c', '1', host], { shell: false });
  const cmd = COMMANDS[req.query.cmd as keyof typeof COMMANDS];
  if (!cmd) return res.status(400).end();
  // ok: mixed
  spawn(cmd[0], cmd.slice(1));
  if (!/^[\w.-]+$/.test(host)) return res.status(400).end();
  // ok: mixed
  exec(`ping -c 1 ${host}`);
  const port = Number(req.query.port);
  // ok: mixed
  exec(`nc -z localhost ${port}`);
  const map = new Map([['a', 'ls'], ['b', 'pwd']]);
  const c = map.get(req.query.k as string);
  // ok: mixed
  if (c) exec(c);
  // ok: mixed
  exec('ls -la');
  const fixed = 'uptime';
  // ok: mixed
  exec(fixed);
});

app.get('/p', async (req: Request, res: Response) => {
  const full = path.resolve(ROOT, req.query.f as string);
  if (!full.startsWith(ROOT + path.sep)) return res.status(403).end();
  // ok: mixed
  await fs.readFile(full);
  // ok: mixed
  await fs.readFile(path.join(ROOT, path.basename(req.query.f as string)));
  const rel = path.relative(ROOT, full);
  if (rel.startsWith('..') || path.isAbsolute(rel)) return res.status(403).end();
  // ok: mixed
  await fs.readFile(full);
  const name = req.params.name;
  if (!/^[a-z0-9_-]+\.txt$/i.test(name)) return res.status(400).end();
  // ok: mixed
  await fs.readFile(path.join(ROOT, name));
  const files: Record<string, string> = { a: 'a.txt', b: 'b.txt' };
  const file = files[req.query.k as string];
  // ok: mixed
  await fs.readFile(path.join(ROOT, file));
  // ok: mixed
  await fs.writeFile(path.join(ROOT, crypto.randomUUID() + '.bin'), req.body);
  // ok: mixed
  res.sendFile(path.basename(name), { root: ROOT });
  // ok: mixed
  await fs.readFile(path.join(ROOT, `${Number(req.query.id)}.json`));
  const safeName = name.replace(/[^a-zA-Z0-9.]/g, '');
  // ok: mixed
  await fs.readFile(path.join(ROOT, safeName));
});

app.get('/x', (req: Request, res: Response) => {
  const name = String(req.query.name);
  // ok: mixed
  res.send(`<h1>${he.encode(name)}</h1>`);
  // ok: mixed
  res.send(`<h1>${validator.escape(name)}</h1>`);
  // ok: mixed
  res.send(`<h1>${xss(name)}</h1>`);
  // ok: mixed
  res.send(sanitizeHtml(name));
  // ok: mixed
  res.send(DOMPurify.sanitize(name));
  // ok: mixed
  res.json({ message: `Hello ${name}` });
  // ok: mixed
  res.status(200).json(req.body);
  // ok: mixed
  res.type('text').send(name);
  // ok: mixed
  res.set('Content-Type', 'text/plain').send(name);
  // ok: mixed
  res.send(`<p>${Number(name)}</p>`);
  // ok: mixed
  res.send(name === 'a' ? 'A' : 'B');
  // ok: mixed
  res.send(`<p>${name.length}</p>`);
  // ok: mixed
  res.render('page', { name });
  // ok: mixed
  res.send('<p>static</p>');
  // ok: mixed
  res.sendStatus(200);
});

app.get('/r', (req: Request, res: Response) => {
  const next = String(req.query.next);
  const allowed = ['/home', '/profile'];
  // ok: mixed
  if (allowed.includes(next)) return res.redirect(next);
  // ok: mixed
  res.redirect(`/users/${encodeURIComponent(next)}`);
  const u = new URL(next, 'https://app.example.com');
  if (u.origin !== 'https://app.example.com') return res.redirect('/');
  // ok: mixed
  res.redirect(u.pathname);
  // ok: mixed
  res.redirect('/login?next=' + encodeURIComponent(next));
  const target = { home: '/', docs: '/docs' }[next] ?? '/';
  // ok: mixed
  res.redirect(target);
});

app.get('/f', async (req: Request, res: Response) => {
  const u = new URL(String(req.query.u));
  if (!HOSTS.has(u.hostname)) return res.status(400).end();
  // ok: mixed
  await axios.get(u.toString());
  // ok: mixed
  await axios.get('https://api.example.com/x', { params: { q: req.query.q } });
  // ok: mixed
  await axios.post('https://api.example.com/x', req.body);
  // ok: mixed
  await fetch(`https://api.example.com/users/${encodeURIComponent(String(req.query.id))}`);
  const services: Record<string, string> = { a: 'https://a.example.com' };
  const base = services[String(req.query.s)];
  if (!base) return res.status(400).end();
  // ok: mixed
  await fetch(base + '/status');
});

app.post('/e', (req: Request, res: Response) => {
  const ops: Record<string, (a: number, b: number) => number> = { add: (a, b) => a + b };
  const op = ops[req.body.op];
  // ok: mixed
  if (op) res.json(op(1, 2));
  // ok: mixed
  JSON.parse(req.body.json);
  setTimeout(() => console.log('done'), Number(req.query.ms));
  // ok: mixed
  const f = new Function('a', 'b', 'return a + b');
  // ok: mixed
  res.json(f(1, 2));
});

app.post('/v', [body('email').isEmail(), param('id').isInt()], async (req: Request, res: Response) => {
  if (!validationResult(req).isEmpty()) return res.status(400).end();
  // ok: mixed
  await pool.query('SELECT * FROM u WHERE email = $1', [req.body.email]);
});

export class Repo {
  constructor(private readonly knex: Knex) {}
  find(name: string, sort: 'asc' | 'desc') {
    // ok: mixed
    return this.knex('u').where({ name }).orderBy('name', sort);
  }
  raw(name: string) {
    // ok: mixed
    return this.knex.raw('select * from u where n = ?', [name]);
  }
  named(id: number) {
    // ok: mixed
    return this.knex.raw(`select * from u where id = ${id}`);
  }
  count(table: 'users' | 'orders') {
    // ok: mixed
    return this.knex.raw(`select count(*) from ${table}`);
  }
}
