const WHITELIST = ['https://a.com', 'https://b.com'];
app.get('/w', async (req, res) => {
  const url = req.query.url;
  if (WHITELIST.indexOf(url) === -1) return res.status(400).end();
  // ok: ssrf
  const r = await fetch(url);
  res.send(await r.json());
});
app.get('/x', async (req, res) => {
  const parsed = new URL(req.query.url);
  if (!['a.com', 'b.com'].includes(parsed.hostname)) {
    throw new Error('no');
  }
  // ok: ssrf
  const r = await axios.get(parsed.toString());
  // ok: ssrf
  await axios.get(`https://a.com/api/${req.params.id}`, { headers: { 'X-User': req.query.u } });
  // ok: ssrf
  await axios({ method: 'post', url: 'https://a.com/api', data: req.body });
  const base = 'https://a.com';
  // ok: ssrf
  await fetch(base + '/v1/' + req.params.id);
  // ok: ssrf
  await fetch(`${base}/v1/${req.params.id}`);
});
async function load(id) {
  // ok: ssrf
  return axios.get('https://a.com/' + id);
}
app.get('/y', (req, res) => {
  const target = 'http://' + req.query.host + '/x';
  // ruleid: ssrf
  request(target, (e, r, b) => res.send(b));
  // ruleid: ssrf
  request({ uri: req.query.u }, () => {});
});
