app.get("/", (req, res) => {
  // ruleid: js-regex-catastrophic
  const first = /^(a+)+$/.test(req.query.text);
  // ruleid: js-regex-catastrophic
  const second = req.query.text.match(/^(\w+\s?)*$/);
  // ok: js-regex-catastrophic
  const third = /^[a-z]+$/.test(req.query.text);
  // ok: js-regex-catastrophic
  const fourth = /^(a+)+$/.test("constant");
  res.json([first, second, third, fourth]);
});
