app.get("/search", (req, res) => {
  // ruleid: js-regex-from-input
  const first = new RegExp(req.query.term, "i");
  // ruleid: js-regex-from-input
  const second = text.match(req.query.term);
  // ok: js-regex-from-input
  const third = new RegExp(escapeRegExp(req.query.term));
  // ok: js-regex-from-input
  const fourth = text.includes(req.query.term);
  res.json([first, second, third, fourth]);
});

app.get("/search", async (req, res) => {
  // ok: js-regex-from-input
  const found = await this.service.search(req.query.q);
  // ok: js-regex-from-input
  const route = router.match(req.path);
  // ok: js-regex-from-input
  const page = await elasticClient.search(req.body);
  // ruleid: js-regex-from-input
  const place = text.search(req.query.q);
});

app.get("/inline", (req, res) => {
  // ok: js-regex-from-input
  res.json(names.filter((name) => new RegExp("^" + require("lodash/escapeRegExp")(req.query.prefix)).test(name)));
});

app.get("/validated", query("q").isAlphanumeric(), validated, (req, res) => {
  // ok: js-regex-from-input
  new RegExp("^" + req.query.q);
});

app.get("/unvalidated", query("q").isAlphanumeric(), (req, res) => {
  // ruleid: js-regex-from-input
  new RegExp("^" + req.query.q);
});
