import express, { Router, Request, Response, NextFunction } from 'express';
import { exec, execSync, ExecOptions } from 'child_process';
import { promisify } from 'util';
import * as fs from 'fs';
import * as path from 'path';
import { Pool, QueryResult } from 'pg';
import { DataSource, Repository, EntityManager } from 'typeorm';
import { InjectRepository } from '@nestjs/typeorm';
import { Injectable, Controller, Get, Query, Body, Post, Headers, Req, Param } from '@nestjs/common';
import mongoose, { Model } from 'mongoose';
import axios, { AxiosInstance } from 'axios';
import { WebSocketServer } from 'ws';
import { Server } from 'socket.io';
import { ApolloServer } from '@apollo/server';
import { APIGatewayEvent } from 'aws-lambda';

const execP = promisify(exec);
const router = Router();
const pool = new Pool();

class UserRepo {
  constructor(private pool: Pool) {}
  async find(name: string) {
    // ruleid: sql-injection
    return this.pool.query(`SELECT * FROM users WHERE name = '${name}'`);
  }
  async findSafe(name: string) {
    // ok: sql-injection
    return this.pool.query('SELECT * FROM users WHERE name = $1', [name]);
  }
  async byId(id: number) {
    // ok: sql-injection
    return this.pool.query(`SELECT * FROM users WHERE id = ${id}`);
  }
}

const getParam = (req: Request, key: string): string => req.query[key] as string;
const buildSql = (t: string, v: string) => `SELECT * FROM ${t} WHERE v = '${v}'`;

router.get('/a', async (req, res) => {
  const name = getParam(req, 'name');
  // ruleid: sql-injection
  await pool.query(buildSql('t', name));
  // ok: sql-injection
  await pool.query(buildSql('t', 'fixed'));
  const { cmd, ...rest } = req.body;
  // ruleid: command-injection
  await execP(cmd);
  // ruleid: command-injection
  await execP('ls ' + rest.dir);
  const [first] = req.body.items;
  // ruleid: command-injection
  execSync(first);
  const opts = { cmd: req.body.c, safe: 'ls' };
  // ruleid: command-injection
  execSync(opts.cmd);
  // ok: command-injection
  execSync(opts.safe);
  // ruleid: command-injection
  for (const item of req.body.items) execSync(`echo ${item}`);
  // ruleid: command-injection
  req.body.items.forEach((i: string) => execSync('echo ' + i));
  const joined = req.body.items.map((x: string) => x.trim()).join(' ');
  // ruleid: command-injection
  execSync('echo ' + joined);
  const c = req.query.c ?? 'ls';
  // ruleid: command-injection
  execSync(c as string);
  let d = 'ls';
  if (req.query.d) d += ' ' + req.query.d;
  // ruleid: command-injection
  execSync(d);
  const t = req.query.t as string;
  const u = t.trim().toLowerCase();
  // ruleid: command-injection
  execSync(u);
  // ruleid: command-injection
  execSync(Buffer.from(req.query.b as string, 'base64').toString());
  // ruleid: command-injection
  execSync(decodeURIComponent(req.query.e as string));
  const x = JSON.parse(req.body.json);
  // ruleid: command-injection
  execSync(x.cmd);
  try {
    // ruleid: command-injection
    execSync(req.headers['x-cmd'] as string);
  } catch (e) {
    res.status(500).send('error');
  }
});

router.get('/b/:file', (req: Request<{ file: string }>, res: Response) => {
  // ruleid: path-traversal
  fs.readFile(path.join(__dirname, 'files', req.params.file), (err, data) => {
    res.send(data);
  });
  const p = `${process.cwd()}/files/${req.params.file}`;
  // ruleid: path-traversal
  if (!fs.existsSync(p)) return res.sendStatus(404);
  // ruleid: path-traversal
  fs.createReadStream(p).pipe(res);
});

const handle = async (req: Request, res: Response, next: NextFunction): Promise<void> => {
  const page = render(req.query.title as string);
  // ruleid: xss
  res.send(page);
  res.setHeader('Content-Type', 'text/html');
  // ruleid: xss
  res.end(`<h1>${req.query.title}</h1>`);
};
router.get('/c', handle);

function render(title: string) {
  return '<html><h1>' + title + '</h1></html>';
}

@Injectable()
export class Svc {
  constructor(@InjectRepository(User) private readonly users: Repository<User>, private readonly ds: DataSource) {}
  search(name: string) {
    // ruleid: sql-injection
    return this.users.createQueryBuilder('u').where(`u.name = '${name}'`).getMany();
  }
  safe(name: string) {
    // ok: sql-injection
    return this.users.createQueryBuilder('u').where('u.name = :name', { name }).getMany();
  }
  raw(name: string) {
    // ruleid: sql-injection
    return this.ds.query("SELECT * FROM u WHERE name = '" + name + "'");
  }
  rawSafe(name: string) {
    // ok: sql-injection
    return this.ds.query('SELECT * FROM u WHERE name = $1', [name]);
  }
  order(col: string) {
    return this.users.createQueryBuilder('u').orderBy('u.' + col).getMany();
  }
}

@Controller('x')
export class XController {
  constructor(private readonly svc: Svc) {}
  @Get()
  find(@Query('url') url: string, @Query() q: any) {
    // ruleid: ssrf
    return axios.get(url);
  }
  @Post()
  run(@Body('cmd') cmd: string, @Headers('x-dir') dir: string) {
    // ruleid: command-injection
    exec(`${cmd}`);
    // ruleid: command-injection
    exec('ls ' + dir);
  }
  @Get('f/:name')
  file(@Param('name') name: string) {
    // ruleid: path-traversal
    return fs.readFileSync('/srv/' + name);
  }
}

const wss = new WebSocketServer({ port: 1 });
wss.on('connection', (ws) => {
  ws.on('message', (msg) => {
    // ruleid: command-injection
    exec('echo ' + msg);
    const m = JSON.parse(msg.toString());
    // ruleid: code-injection
    eval(m.code);
  });
});

const io = new Server();
io.on('connection', (socket) => {
  socket.on('run', (data) => {
    // ruleid: command-injection
    exec(data.cmd);
  });
});

const resolvers = {
  Query: {
    // ruleid: sql-injection
    user: async (_: unknown, args: { name: string }) => pool.query(`SELECT * FROM u WHERE n = '${args.name}'`),
    // ok: sql-injection
    safe: async (_: unknown, { name }: { name: string }) => pool.query('SELECT * FROM u WHERE n = $1', [name]),
  },
};

export const lambda = async (event: APIGatewayEvent) => {
  const name = event.queryStringParameters?.name;
  // ruleid: sql-injection
  await pool.query("SELECT * FROM u WHERE n = '" + name + "'");
  const body = JSON.parse(event.body ?? '{}');
  // ruleid: command-injection
  exec(body.cmd);
  // ruleid: xss
  return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: `<h1>${name}</h1>` };
};

router.use((err: Error, req: Request, res: Response, next: NextFunction) => {
  // ruleid: data-exposure
  res.status(500).json({ message: err.message, stack: err.stack });
});
