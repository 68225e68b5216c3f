app.get('/a', (req, res) => {
  const allowed = { home: '/', me: '/me' };
  // ok: open-redirect
  res.redirect(allowed[req.query.to] || '/');
  const next = req.query.next || '/';
  if (isLocalUrl(next)) {
    // ok: open-redirect
    res.redirect(next);
  }
  // ok: open-redirect
  res.redirect(req.baseUrl + '/x');
  // ok: open-redirect
  res.redirect('/login?next=' + encodeURIComponent(req.originalUrl));
  const u = req.session.returnTo;
  // ok: open-redirect
  res.redirect(u || '/');
});
function isLocalUrl(u) { return u.startsWith('/') && !u.startsWith('//'); }
