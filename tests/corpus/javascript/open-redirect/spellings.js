app.get('/r', (req, res) => {
  const to = req.query.to ?? '/';
  // ruleid: open-redirect
  res.redirect(to);
  // ruleid: open-redirect
  res.redirect(302, req.body.u);
  // ruleid: open-redirect
  return res.writeHead(301, { 'Location': req.query.url }).end();
});
app.get('/ok', (req, res) => {
  const to = req.query.to;
  if (!to.startsWith('/')) return res.redirect('/');
  // ok: open-redirect
  res.redirect('/app' + to);
  // ok: open-redirect
  res.redirect(`/user/${req.user.id}`);
  const url = new URL(req.query.u);
  if (url.host !== 'example.com') return res.status(400).end();
  // ok: open-redirect
  res.redirect(url.toString());
});
function go() {
  const p = new URLSearchParams(location.search);
  // ruleid: open-redirect
  location.href = p.get('url');
  // ruleid: open-redirect
  window.location.replace(p.get('next'));
  // ok: open-redirect
  location.href = '/p?u=' + encodeURIComponent(p.get('url'));
}
