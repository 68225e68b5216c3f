app.post('/c', (req, res) => {
  const { expr } = req.body;
  // ruleid: code-injection
  const v = eval(`(${expr})`);
  // ruleid: code-injection
  const f = new Function('x', `return ${req.query.e}`);
  // ruleid: code-injection
  global.setTimeout(req.body.cb, 10);
  // ruleid: code-injection
  const s = new vm.Script(expr);
  // ok: code-injection
  const ok = JSON.parse(expr);
  // ok: code-injection
  eval('console.log("x")');
  res.json([v, f, s, ok]);
});
