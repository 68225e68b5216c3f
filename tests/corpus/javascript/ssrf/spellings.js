const axios = require('axios').default;
const https = require('https');
app.get('/a', async (req, res) => {
  const { url } = req.query;
  // ruleid: ssrf
  const r = await axios.get(url, { timeout: 1000 });
  // ruleid: ssrf
  await axios({ url, method: 'GET' });
  const client = axios.create();
  // ruleid: ssrf
  await client.get(req.body.u);
  // ruleid: ssrf
  const x = await fetch(`${req.query.base}/v1/users`);
  // ruleid: ssrf
  https.get({ host: req.query.h, path: '/x' }, () => {});
  const opts = { hostname: req.query.h, port: 443 };
  // ruleid: ssrf
  https.request(opts, () => {}).end();
  // ok: ssrf
  await fetch('https://api.example.com/u/' + req.params.id);
  // ok: ssrf
  await axios.post(process.env.HOOK, { text: req.body.t });
  const u = new URL(url);
  if (u.hostname === 'api.example.com') {
    // ok: ssrf
    await fetch(u.href);
  }
  const map = { a: 'https://a.example.com' };
  const target = map[req.query.k];
  if (!target) return res.sendStatus(404);
  // ok: ssrf
  await fetch(target);
});
