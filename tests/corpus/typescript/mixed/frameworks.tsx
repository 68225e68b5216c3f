import React, { useEffect, useRef } from 'react';
import DOMPurify from 'dompurify';
import { useRouter } from 'next/router';
import type { NextApiRequest, NextApiResponse } from 'next';
import { NextResponse } from 'next/server';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { Controller, Get, Post, Body, Query, Param, Res, Req } from '@nestjs/common';
import Koa from 'koa';
import Router from '@koa/router';
import Fastify from 'fastify';
import Hapi from '@hapi/hapi';
import { PrismaClient } from '@prisma/client';
import { exec } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import knexLib from 'knex';
import { Sequelize, QueryTypes } from 'sequelize';
import { Pool } from 'pg';

const prisma = new PrismaClient();
const pool = new Pool();
const sequelize = new Sequelize('sqlite::memory:');
const knex = knexLib({ client: 'pg' });

export function A({ html, url }: { html: string; url: string }) {
  return (
    <div>
      <div dangerouslySetInnerHTML={{ __html: html }} />{/* BAD: xss */}
      <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(html) }} />{/* OK: xss */}
      <p>{html}</p>{/* OK: xss */}
    </div>
  );
}

export function B() {
  const ref = useRef<HTMLDivElement>(null);
  const router = useRouter();
  useEffect(() => {
    const q = new URLSearchParams(window.location.search).get('q')!;
    // ruleid: xss
    ref.current!.innerHTML = q;
    // ok: xss
    ref.current!.textContent = q;
    // ruleid: xss
    document.write('<p>' + location.hash + '</p>');
    // ruleid: xss
    document.getElementById('a')!.outerHTML = location.search;
    // ruleid: xss
    document.body.insertAdjacentHTML('beforeend', q);
    // ruleid: open-redirect
    window.location.href = q;
    // ruleid: open-redirect
    location.assign(q);
    // ruleid: open-redirect
    location.replace(new URLSearchParams(location.search).get('next')!);
    // ruleid: open-redirect
    window.open(q);
    // ruleid: code-injection
    eval(location.hash.slice(1));
    // ruleid: code-injection
    setTimeout(location.hash.slice(1), 10);
    // ok: open-redirect
    router.push('/home');
    // ruleid: data-exposure
    localStorage.setItem('token', q);
    // ok: data-exposure
    localStorage.setItem('theme', q);
    // ruleid: cors
    window.postMessage({ token: 'x' }, '*');
    window.addEventListener('message', (e) => {
      // ruleid: xss
      document.body.innerHTML = e.data;
    });
    // ruleid: xss
    (window as any).$('#x').html(q);
    const el = document.createElement('script');
    // ruleid: xss
    el.src = q;
    // ok: xss
    document.body.append(document.createTextNode(q));
    // ruleid: insecure-cookie
    document.cookie = 'session=' + q;
  }, []);
  return <a href={router.query.u as string}>x</a>;
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  // ruleid: sql-injection
  const rows = await prisma.$queryRawUnsafe(`SELECT * FROM u WHERE n = '${req.query.n}'`);
  // ok: sql-injection
  const ok = await prisma.$queryRaw`SELECT * FROM u WHERE n = ${req.query.n}`;
  // ruleid: command-injection
  exec(`ls ${req.body.dir}`);
  // ruleid: open-redirect
  res.redirect(req.query.to as string);
  // ruleid: insecure-cookie
  res.setHeader('Set-Cookie', `session=${rows}; Path=/`);
  // ok: insecure-cookie
  res.setHeader('Set-Cookie', `session=${rows}; Path=/; HttpOnly; Secure; SameSite=Strict`);
  // ruleid: ssrf
  const data = await fetch(req.query.url as string);
  // ruleid: xss
  res.status(200).send(`<p>${req.query.name}</p>`);
}

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const file = searchParams.get('file')!;
  // ruleid: path-traversal
  const text = await readFile(`./data/${file}`, 'utf8');
  // ruleid: ssrf
  const r = await fetch(searchParams.get('u')!);
  // ruleid: open-redirect
  redirect(searchParams.get('next')!);
  // ruleid: open-redirect
  return NextResponse.redirect(searchParams.get('n')!);
}

export async function POST(request: Request) {
  const body = await request.json();
  // ruleid: sql-injection
  await pool.query(`UPDATE t SET a = '${body.a}'`);
  // ok: sql-injection
  await pool.query('UPDATE t SET a = $1', [body.a]);
  // ruleid: insecure-cookie
  cookies().set('session', body.s);
  // ok: insecure-cookie
  cookies().set('session', body.s, { httpOnly: true, secure: true, sameSite: 'lax' });
  // ruleid: xss
  return new Response(`<h1>${body.t}</h1>`, { headers: { 'Content-Type': 'text/html' } });
}

@Controller('users')
export class UsersController {
  constructor(private readonly repo: any) {}

  @Get()
  async find(@Query('name') name: string) {
    // ruleid: sql-injection
    return this.repo.query(`SELECT * FROM users WHERE name = '${name}'`);
  }

  @Get(':id')
  async one(@Param('id') id: string, @Res() res: any) {
    // ruleid: sql-injection
    await sequelize.query(`SELECT * FROM users WHERE id = ${id}`);
    // ok: sql-injection
    await sequelize.query('SELECT * FROM users WHERE id = :id', { replacements: { id }, type: QueryTypes.SELECT });
    // ruleid: open-redirect
    res.redirect(id);
  }

  @Post()
  async run(@Body() body: { cmd: string; url: string }) {
    // ruleid: command-injection
    exec(body.cmd);
    // ruleid: ssrf
    return fetch(body.url);
  }
}

const app = new Koa();
const kr = new Router();
kr.get('/a', async (ctx) => {
  // ruleid: xss
  ctx.body = '<h1>' + ctx.query.name + '</h1>';
  // ruleid: open-redirect
  ctx.redirect(ctx.query.next as string);
  // ruleid: sql-injection
  await knex.raw('select * from t where a = ' + ctx.params.a);
  // ok: sql-injection
  await knex.raw('select * from t where a = ?', [ctx.params.a]);
  // ruleid: sql-injection
  await knex('t').whereRaw(`a = '${ctx.query.b}'`);
  // ok: sql-injection
  await knex('t').where({ a: ctx.query.b });
  // ruleid: command-injection
  exec('ls ' + ctx.request.body.dir);
  // ruleid: insecure-cookie
  ctx.cookies.set('sid', 'x', { httpOnly: false });
  // ruleid: cors
  ctx.set('Access-Control-Allow-Origin', ctx.get('Origin'));
});

const f = Fastify();
f.get('/a', async (request, reply) => {
  const { cmd, next, name } = request.query as any;
  // ruleid: command-injection
  exec(cmd);
  // ruleid: xss
  reply.type('text/html').send(`<p>${name}</p>`);
  // ruleid: open-redirect
  return reply.redirect(next);
});

const server = Hapi.server({ port: 3000, routes: { cors: true } });
server.route({
  method: 'GET',
  path: '/x',
  handler: (request, h) => {
    // ruleid: command-injection
    exec('ls ' + request.query.d);
    // ruleid: open-redirect
    return h.redirect(request.query.next);
  },
});
