const express = require('express'); const app = express(); const v8 = require('v8'); const ser = require('serialize-to-js'), funcster = require('funcster'), cryo = require('cryo'), expat = require('node-expat');
// ruleid: xss
app.get('/1', (req, res) => { res.type('html').send('hi ' + req.query.n); });
// ruleid: xss
app.get('/2', (req, res) => { res.status(404).send('not found ' + req.url); });
// ruleid: xss
app.get('/3', (req, res) => { res.status(200).send(req.params.id); });
// ok: xss
app.get('/4', (req, res) => { res.contentType('text/plain'); res.send(req.query.n); });
// ok: xss
app.get('/5', (req, res) => { res.set('Content-Type', 'text/plain'); res.send(req.query.n); });
// ok: xss
app.get('/6', (req, res) => { res.header('Content-Type', 'text/plain'); res.send(req.query.n); });
// ok: xss
app.get('/7', (req, res) => { res.type('txt').send(req.query.n); });
// ruleid: xss
app.get('/8', (req, res) => { res.writeHead(200, {'Content-Type': 'text/html'}); res.end('<p>' + req.query.n); });
// ok: xss
app.get('/9', (req, res) => { res.writeHead(200, {'Content-Type': 'application/json'}); res.end('<p>' + req.query.n); });
// ruleid: deserialization
app.get('/10', (req, res) => { v8.deserialize(req.body.d); });
// ruleid: deserialization
app.get('/11', (req, res) => { ser.deserialize(req.body.d); });
// ruleid: deserialization
app.get('/12', (req, res) => { funcster.deepDeserialize(req.body.d); });
// ruleid: deserialization
app.get('/13', (req, res) => { cryo.parse(req.body.d); });
// ruleid: xxe
app.get('/14', (req, res) => { new expat.Parser().write(req.body.d); });
// ruleid: xxe
app.get('/15', (req, res) => { const p = new expat.Parser(); p.parse(req.body.d); });
// ruleid: sql-injection
app.get('/16', async (req, res) => { await repo.createQueryBuilder('u').where("u.n = '" + req.query.n + "'").getMany(); });
// ruleid: sql-injection
app.get('/17', async (req, res) => { await this.users.createQueryBuilder('u').andWhere(`u.n = '${req.query.n}'`).getMany(); });
const fastify = require('fastify')();
// ruleid: xss
fastify.get('/a', async (request, reply) => { reply.type('text/html').send('<b>' + request.query.n + '</b>'); });
// ruleid: xss
fastify.get('/b', async (request, reply) => { reply.header('Content-Type', 'text/html').send('<b>' + request.query.n + '</b>'); });
// ruleid: xss
fastify.get('/c', async (request, reply) => { return reply.type('text/html').send(`<b>${request.query.n}</b>`); });
// ruleid: xss
fastify.get('/d', async (request, reply) => { return reply.code(200).type('text/html; charset=utf-8').send(request.query.n); });
// ok: xss
fastify.get('/e', async (request, reply) => { reply.send(request.query.n); });
// ok: xss
fastify.get('/f', async (request, reply) => { reply.send({ n: request.query.n }); });
// ruleid: open-redirect
fastify.get('/g', async (request, reply) => { reply.redirect(request.query.n); });
fastify.get('/h', async (request, reply) => { return reply.sendFile(request.query.n); }); 
const Koa = require('koa'); const koa = new Koa(); const Router = require('@koa/router'); const router = new Router();
// ruleid: xss
router.get('/a', (ctx) => { ctx.body = '<b>' + ctx.query.n + '</b>'; });
// ok: xss
router.get('/b', (ctx) => { ctx.body = { n: ctx.query.n }; });
// ruleid: open-redirect
router.get('/c', (ctx) => { ctx.redirect(ctx.query.n); });
// ok: open-redirect
router.get('/d', (ctx) => { const f = ctx.query.f; if (f.includes('..')) ctx.throw(400); ctx.body = fs.createReadStream('/srv/' + f); });
// ok: open-redirect
router.get('/e', (ctx) => { const f = ctx.query.f; ctx.assert(ALLOWED.includes(f), 400); ctx.body = fs.createReadStream('/srv/' + f); });
// ok: open-redirect
router.get('/f', (ctx) => { const u = ctx.query.f; if (!ALLOWED.has(u)) ctx.throw(400, 'no'); ctx.redirect(u); });
// ok: open-redirect
router.get('/g', (ctx) => { ctx.type = 'text/plain'; ctx.body = ctx.query.n; });
// ruleid: cors
router.get('/h', (ctx) => { ctx.set('Access-Control-Allow-Origin', '*'); });
// ruleid: insecure-cookie
router.get('/i', (ctx) => { ctx.cookies.set('sid', 'v', { httpOnly: false }); });
// ok: insecure-cookie
router.get('/j', (ctx) => { ctx.cookies.set('sid', 'v', { secure: true }); });
// ok: insecure-cookie
app.get('/k', (req, res) => { res.render('p', { name: req.query.n }); ejs.render('<%= n %>', { n: req.query.n }); });
// ok: insecure-cookie
app.get('/l', (req, res) => { ejs.renderFile('p.ejs', { n: req.query.n }, (e, h) => res.send(h)); });
// ok: insecure-cookie
app.get('/m', (req, res) => { const html = pug.renderFile('p.pug', { n: req.query.n }); res.send(html); });
// ok: insecure-cookie
app.get('/n', (req, res) => { const t = pug.compileFile('p.pug'); res.send(t({ n: req.query.n })); });
// ok: insecure-cookie
app.get('/o', (req, res) => { const html = ejs.render(tpl, { name: req.params.n }); res.send(html); });
// ok: insecure-cookie
app.get('/p', (req, res) => { const body = z.object({ id: z.number(), kind: z.enum(['a', 'b']) }).parse(req.body); db.query('select * from ' + body.kind + ' where id = ' + body.id); });
const Schema = z.object({ id: z.number().int(), kind: z.enum(['a', 'b']), name: z.string(), uid: z.string().uuid() });
// ok: insecure-cookie
app.get('/q', (req, res) => { const body = Schema.parse(req.body); db.query('select * from t where id = ' + body.id); });
// ok: insecure-cookie
app.get('/r', (req, res) => { const { id, uid } = Schema.parse(req.body); db.query(`select * from t where id = ${id} and u = '${uid}'`); });
// ruleid: sql-injection
app.get('/s', (req, res) => { const body = Schema.parse(req.body); db.query("select * from t where n = '" + body.name + "'"); });
// ok: sql-injection
app.get('/t', (req, res) => { const r = Schema.safeParse(req.body); if (!r.success) return; db.query("select * from t where n = " + r.data.id); });
// ok: sql-injection
app.get('/u', (req, res) => { User.findOne({ name: Schema.parse(req.body).name }); });
// ok: sql-injection
app.get('/v', async (req, res) => { const body = await Schema.parseAsync(req.body); User.findOne({ name: body.name }); });
// ruleid: sql-injection
app.get('/w', (req, res) => { const b = new Database('x'); b.exec(`delete from t where n = '${req.query.n}'`); });
app.get('/x', (req, res) => { const p = url.parse(req.query.u); if (p.host === 'example.com') res.redirect(req.query.u); });
// ok: sql-injection
app.get('/y', (req, res) => { const u = req.query.u; const p = new URL(u, base); if (p.origin === base) res.redirect(u); });
// ok: sql-injection
app.get('/z', (req, res) => { const u = new URL(req.query.u); if (u.host !== 'example.com') return res.sendStatus(400); res.redirect(u.href); });
// ruleid: command-injection
app.get('/aa', (req, res) => { withIt(() => exec(req.query.c)); });
// ruleid: command-injection
app.get('/ab', (req, res) => { [req.query.c].forEach((c) => exec(c)); });
app.get('/ac', (req, res) => { apply2(req.query.c, (c) => exec(c)); });
function apply2(v, f) { return f(v); }
app.get('/ad', (req, res) => { const run = exec.bind(null); run(req.query.c); });
// ruleid: command-injection
app.get('/ae', (req, res) => { const { c } = req.query; exec(c); });
// ruleid: command-injection
app.get('/af', ({ query: { c } }, res) => { exec(c); });
// ruleid: command-injection
app.get('/ag', (req, res) => { const q = { ...req.query }; exec(q.c); });
// ruleid: command-injection
app.get('/ah', (req, res) => { let c = 'ls'; if (req.query.c) c = req.query.c; exec(c); });
// ruleid: command-injection
app.get('/ai', (req, res) => { const c = req.query.c ?? 'ls'; exec(c); });
// ok: command-injection
app.get('/aj', (req, res) => { const c = req.query.c ? 'a' : 'b'; exec(c); });
// ruleid: command-injection
app.get('/ak', (req, res) => { const m = new Map(); m.set('c', req.query.c); exec(m.get('c')); });
// ruleid: command-injection
app.get('/al', (req, res) => { const a = []; a.push(req.query.c); exec(a.join(' ')); });
// ruleid: command-injection
app.get('/am', (req, res) => { Promise.resolve(req.query.c).then((c) => exec(c)); });
// ruleid: command-injection
app.get('/an', async (req, res) => { const c = await Promise.resolve(req.query.c); exec(c); });
// ruleid: command-injection
app.get('/ao', (req, res) => { req.on('data', (chunk) => exec(chunk.toString())); });
// ruleid: command-injection
app.get('/ap', (req, res) => { let b = ''; req.on('data', (c) => { b += c; }); req.on('end', () => { exec(b); }); });
