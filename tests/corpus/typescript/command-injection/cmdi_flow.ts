import { exec, execSync, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import type { NextApiRequest, NextApiResponse } from 'next';
import Fastify, { FastifyRequest, FastifyReply } from 'fastify';
import Koa from 'koa';
import Router from '@koa/router';
import Hapi from '@hapi/hapi';
import yargs from 'yargs';
import { z } from 'zod';

const pexec = promisify(exec);
const fastify = Fastify();
const koa = new Koa();
const router = new Router();
const Schema = z.object({ id: z.number(), mode: z.enum(['a', 'b']) });

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { dir } = req.query;
  // ruleid: command-injection
  await pexec(`ls ${dir}`);
  // ok: command-injection
  await pexec('ls');
  const parsed = Schema.parse(req.body);
  // ok: command-injection
  await pexec(`run ${parsed.id} ${parsed.mode}`);
  // ruleid: command-injection
  execSync('echo ' + req.body.x);
  // ruleid: command-injection
  execSync('echo ' + req.cookies.c);
  res.status(200).end();
}

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const q = searchParams.get('q');
  // ruleid: command-injection
  execSync(`grep ${q} file`);
  const page = Number(searchParams.get('page'));
  // ok: command-injection
  execSync(`head -n ${page} file`);
  return new Response('ok');
}

export async function POST(request: Request) {
  const body = await request.json();
  // ruleid: command-injection
  execSync('echo ' + body.name);
  const form = await request.formData();
  // ruleid: command-injection
  execSync('echo ' + form.get('name'));
  return new Response('ok');
}

fastify.get('/f', async (request: FastifyRequest, reply: FastifyReply) => {
  const q = request.query as { n: string };
  // ruleid: command-injection
  execSync('echo ' + q.n);
  // ruleid: command-injection
  execSync('echo ' + (request.params as any).id);
  // ok: command-injection
  spawn('echo', [q.n]);
  return reply.send({});
});

fastify.post('/g', async (request, reply) => {
  const { cmd } = request.body as { cmd: string };
  // ruleid: command-injection
  execSync(cmd);
  // ok: command-injection
  execSync('uptime');
});

router.get('/k/:id', async (ctx) => {
  // ruleid: command-injection
  execSync('echo ' + ctx.query.n);
  // ruleid: command-injection
  execSync('echo ' + ctx.params.id);
  // ruleid: command-injection
  execSync('echo ' + ctx.request.body.n);
  // ok: command-injection
  execSync('echo ' + Number(ctx.query.n));
  // ok: xss
  ctx.body = 'ok';
});

koa.use(async (ctx, next) => {
  // ruleid: command-injection
  execSync('echo ' + ctx.get('X-Name'));
  ctx.state.name = ctx.query.name;
  await next();
});

const server = Hapi.server({ port: 3000 });
server.route({
  method: 'GET',
  path: '/h/{name}',
  handler: (request, h) => {
    // ruleid: command-injection
    execSync('echo ' + request.params.name);
    // ruleid: command-injection
    execSync('echo ' + request.query.q);
    // ruleid: command-injection
    execSync('echo ' + request.payload.q);
    return h.response('ok');
  },
});

interface Job { name: string; retries: number }

class Runner {
  private queue: string[] = [];
  constructor(private readonly name: string) {}
  add(cmd: string): this { this.queue.push(cmd); return this; }
  // ruleid: command-injection
  start() { this.queue.forEach((c) => execSync(c)); }
  // ruleid: command-injection
  me() { execSync('echo ' + this.name); }
  // ok: command-injection
  fixed() { execSync('echo fixed'); }
}

router.post('/r', async (ctx) => {
  const r = new Runner(ctx.request.body.name);
  r.add(ctx.request.body.cmd).start();
  r.me();
  const job: Job = ctx.request.body;
  // ruleid: command-injection
  execSync(`run ${job.name}`);
  const retries: number = parseInt(ctx.request.body.retries);
  // ok: command-injection
  execSync(`run --retries ${retries}`);
  const flag = !!ctx.request.body.flag;
  // ok: command-injection
  execSync(`run --flag=${flag}`);
  const len = ctx.request.body.name.length;
  // ok: command-injection
  execSync(`run --len=${len}`);
  if (typeof ctx.request.body.n !== 'number') return;
  // ok: command-injection
  execSync(`run -n ${ctx.request.body.n}`);
});

const argv = yargs.argv as any;
// ruleid: command-injection
execSync('deploy ' + process.argv[2]);
// ruleid: command-injection
execSync('deploy ' + argv.target);
// ok: command-injection
execSync('deploy ' + __dirname);
