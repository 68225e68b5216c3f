app.get('/a', (req, res) => {
  // ruleid: regex-dos
  const re = new RegExp('^' + req.query.q + '$', 'i');
  const esc = req.query.q.replace(/[-\/\\^$*+?.()|[\]{}]/g, '\\$&');
  // ok: regex-dos
  const re2 = new RegExp(esc);
  // ok: regex-dos
  const ok = /^[\w.-]+@[\w-]+\.\w+$/.test(req.query.email);
  // ruleid: regex-dos
  const bad = /^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$/.test(req.query.email);
  // ok: regex-dos
  const s = req.query.q.split(/,\s*/);
});
