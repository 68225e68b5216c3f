import { Hono } from 'hono';
import Fastify from 'fastify';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { readFile, writeFile } from 'node:fs/promises';
import { createReadStream, promises as fsPromises } from 'node:fs';
import { join, resolve, normalize, basename, sep } from 'node:path';
import { execFile, exec, spawnSync } from 'node:child_process';
import { Server as IOServer } from 'socket.io';
import { WebSocketServer } from 'ws';
import { ApolloServer } from '@apollo/server';
import { S3Client } from '@aws-sdk/client-s3';
import { drizzle } from 'drizzle-orm/node-postgres';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { Kysely, sql as ksql } from 'kysely';
import { APIGatewayProxyEvent } from 'aws-lambda';
import { NextFunction, Request, Response, Router } from 'express';
import { escape } from 'lodash';

const hono = new Hono();
const db = drizzle({} as any);
const pg = postgres();
const ROOT = '/srv/www';

hono.get('/h', async (c) => {
  const name = c.req.query('name')!;
  // ruleid: command-injection
  exec(`echo ${name}`);
  // ok: command-injection
  execFile('echo', [name]);
  // ruleid: sql-injection
  await db.execute(sql.raw(`SELECT * FROM t WHERE n = '${name}'`));
  // ok: sql-injection
  await db.execute(sql`SELECT * FROM t WHERE n = ${name}`);
  // ruleid: sql-injection
  await pg.unsafe('SELECT * FROM t WHERE n = ' + name);
  // ok: sql-injection
  await pg`SELECT * FROM t WHERE n = ${name}`;
  // ruleid: xss
  return c.html('<p>' + name + '</p>');
});
// ok: xss
hono.get('/h2', (c) => c.json({ name: c.req.query('name') }));
// ruleid: open-redirect
hono.get('/h3', (c) => c.redirect(c.req.query('to')!));
// ok: open-redirect
hono.get('/h4', (c) => c.redirect('/x'));

createServer(async (req: IncomingMessage, res: ServerResponse) => {
  const p = normalize(decodeURIComponent(req.url!));
  const file = join(ROOT, p);
  if (!file.startsWith(ROOT + sep)) {
    res.writeHead(403).end();
    return;
  }
  // ok: path-traversal
  res.end(await readFile(file));
});
createServer(async (req, res) => {
  // ruleid: path-traversal
  res.end(await readFile(join(ROOT, req.url!)));
  // ok: path-traversal
  createReadStream(resolve(ROOT, basename(req.url!))).pipe(res);
});

export const handler = async (event: APIGatewayProxyEvent) => {
  const name = event.queryStringParameters!.name!;
  // ruleid: command-injection
  spawnSync('sh', ['-c', `ls ${name}`]);
  // ok: command-injection
  spawnSync('ls', [name]);
  const body = JSON.parse(event.body!);
  // ruleid: path-traversal
  await writeFile('/tmp/uploads/' + body.file, 'x');
  // ruleid: xss
  return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: `<p>${name}</p>` };
};

new IOServer().on('connection', (socket) => {
  // ruleid: command-injection
  socket.on('run', (cmd: string) => exec(cmd));
  // ok: command-injection
  socket.on('ping', () => exec('uptime'));
});
new WebSocketServer({ port: 1 }).on('connection', (ws) => {
  // ruleid: command-injection
  ws.on('message', (data) => { exec('echo ' + data.toString()); });
});

const resolvers = {
  Query: {
    // ruleid: sql-injection
    user: (_: unknown, args: { name: string }) => pg.unsafe(`SELECT * FROM u WHERE n = '${args.name}'`),
    // ok: sql-injection
    users: () => pg.unsafe('SELECT * FROM u'),
  },
};
new ApolloServer({ resolvers, introspection: true } as any);

const asyncHandler = (fn: (req: Request, res: Response, next: NextFunction) => Promise<unknown>) =>
  (req: Request, res: Response, next: NextFunction) => fn(req, res, next).catch(next);
const router = Router();
router.get('/w', asyncHandler(async (req, res) => {
  // ruleid: xss
  res.send(`<b>${req.query.b}</b>`);
  // ok: xss
  res.send(`<b>${escape(String(req.query.b))}</b>`);
}));
const controller = {
  show(req: Request, res: Response) {
    // ruleid: command-injection
    exec('show ' + req.params.id);
    // ok: xss
    res.json({ ok: true });
  },
};
router.get('/c/:id', controller.show);
// ruleid: command-injection
router.param('id', (req, res, next, id) => { exec('id ' + id); next(); });
router.route('/r').post((req, res) => {
  const { tags = [] } = req.body;
  const joined = tags.map((t: string) => t.trim()).join(' ');
  // ruleid: command-injection
  exec('tag ' + joined);
  const flags = Object.keys(req.body).length;
  // ok: command-injection
  exec('tag ' + flags);
  const url = new URL('https://api.example.org/x');
  url.searchParams.set('q', req.body.q);
  // ok: ssrf
  fetch(url);
  // ok: ssrf
  fetch(`https://api.example.org/x?${new URLSearchParams({ q: req.body.q })}`);
  // ruleid: ssrf
  fetch(new URL(req.body.path, 'https://api.example.org'));
  // ok: open-redirect
  res.redirect(303, `/r/${req.body.id}`);
});
