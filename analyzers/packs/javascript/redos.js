app.get("/", (req, res) => {
  // ruleid: redos
  const first = /^(a+)+$/.test(req.query.text);
  // ruleid: redos
  const second = req.query.text.match(/^(\w+\s?)*$/);
  // ok: redos
  const third = /^[a-z]+$/.test(req.query.text);
  // ok: redos
  const fourth = /^(a+)+$/.test("constant");
  res.json([first, second, third, fourth]);
});
