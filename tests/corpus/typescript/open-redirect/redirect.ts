import express, { Request, Response } from 'express';
import { redirect } from 'next/navigation';
import { NextRequest, NextResponse } from 'next/server';
import Koa from 'koa';
import { FastifyInstance } from 'fastify';
import { Controller, Get, Query, Redirect, Res } from '@nestjs/common';
import * as http from 'http';

const app = express();
const PAGES: Record<string, string> = { home: '/home' };
const HOSTS = new Set(['a.example.org', 'b.example.org']);

app.get('/a', (req: Request, res: Response) => {
  // ruleid: open-redirect
  res.redirect(req.query.url as string);
});
app.get('/b', (req, res) => {
  // ok: open-redirect
  res.redirect('/home');
});
app.get('/c', (req, res) => {
  // ruleid: open-redirect
  res.redirect(301, req.query.url as string);
});
app.get('/d', (req, res) => {
  // ok: open-redirect
  res.redirect('/u/' + encodeURIComponent(String(req.query.id)));
});
app.get('/e', (req, res) => {
  // ruleid: open-redirect
  res.redirect(`https://${req.params.host}/x`);
});
app.get('/f', (req, res) => {
  const url = req.query.url as string;
  if (url.startsWith('/') && !url.startsWith('//')) {
    // ok: open-redirect
    res.redirect(url);
  }
});
app.get('/g', (req, res) => {
  const u = new URL(req.query.url as string);
  if (HOSTS.has(u.host)) {
    // ok: open-redirect
    return res.redirect(u.toString());
  }
  // ok: open-redirect
  res.redirect('/');
});
app.get('/h', (req, res) => {
  // ok: open-redirect
  res.redirect(PAGES[req.query.p as string] ?? '/');
});
app.get('/i', (req, res) => {
  // ruleid: open-redirect
  res.location(req.body.next);
  res.status(302).end();
});
app.get('/j', (req, res) => {
  // ruleid: open-redirect
  res.setHeader('Location', req.query.n as string);
  // ruleid: open-redirect
  res.writeHead(302, { Location: req.query.n as string });
  // ok: open-redirect
  res.writeHead(302, { Location: '/x' });
});
app.get('/k', (req, res) => {
  // ruleid: open-redirect
  res.redirect(req.get('Referer') || '/');
  // ok: open-redirect
  res.redirect('back');
});
app.get('/l', (req, res) => {
  const next = req.query.next;
  if (next !== '/a' && next !== '/b') return res.status(400).end();
  // ok: open-redirect
  res.redirect(next);
});
app.get('/m', (req, res) => {
  const { returnTo = '/' } = req.session as any;
  // ok: open-redirect
  res.redirect(returnTo);
});
function isLocal(path: string) {
  return /^\/(?!\/)/.test(path);
}
app.get('/n', (req, res) => {
  const next = String(req.query.next);
  // ok: open-redirect
  res.redirect(isLocal(next) ? next : '/');
});

export async function GET(request: NextRequest) {
  const next = request.nextUrl.searchParams.get('next')!;
  if (request.cookies.has('x')) {
    // ruleid: open-redirect
    return NextResponse.redirect(next);
  }
  // ok: open-redirect
  return NextResponse.redirect(new URL('/login', request.url));
}

export default async function Page({ searchParams }: { searchParams: { to: string } }) {
  // ruleid: open-redirect
  redirect(searchParams.to);
}

export async function Page2() {
  // ok: open-redirect
  redirect('/login');
}

const koa = new Koa();
koa.use(async (ctx) => {
  // ruleid: open-redirect
  ctx.redirect(ctx.query.next as string);
  // ok: open-redirect
  ctx.redirect('/x');
  // ruleid: open-redirect
  ctx.set('Location', ctx.request.query.u as string);
});

export function routes(f: FastifyInstance) {
  f.get('/x', async (request, reply) => {
    // ruleid: open-redirect
    return reply.redirect((request.query as any).next);
  });
  f.get('/y', async (request, reply) => {
    // ok: open-redirect
    return reply.redirect('/done');
  });
  f.get('/z', async (request, reply) => {
    // ruleid: open-redirect
    reply.header('Location', (request.query as any).next).code(302).send();
  });
}

@Controller()
export class C {
  @Get('r')
  go(@Query('to') to: string, @Res() res: Response) {
    // ruleid: open-redirect
    return res.redirect(to);
  }
  @Get('r2')
  @Redirect()
  go2(@Query('to') to: string) {
    // ruleid: open-redirect
    return { url: to };
  }
  @Get('r3')
  @Redirect('https://docs.example.org', 302)
  go3() {
    // ok: open-redirect
    return { url: '/x' };
  }
}

http.createServer((req, res) => {
  const u = new URL(req.url!, 'http://x');
  // ruleid: open-redirect
  res.writeHead(302, { Location: u.searchParams.get('to')! });
  res.end();
});
