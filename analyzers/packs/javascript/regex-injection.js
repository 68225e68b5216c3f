app.get("/search", (req, res) => {
  // ruleid: regex-injection
  const first = new RegExp(req.query.term, "i");
  // ruleid: regex-injection
  const second = text.match(req.query.term);
  // ok: regex-injection
  const third = new RegExp(escapeRegExp(req.query.term));
  // ok: regex-injection
  const fourth = text.includes(req.query.term);
  res.json([first, second, third, fourth]);
});

app.get("/search", async (req, res) => {
  // ok: regex-injection
  const found = await this.service.search(req.query.q);
  // ok: regex-injection
  const route = router.match(req.path);
  // ok: regex-injection
  const page = await elasticClient.search(req.body);
  // ruleid: regex-injection
  const place = text.search(req.query.q);
});

app.get("/inline", (req, res) => {
  // ok: regex-injection
  res.json(names.filter((name) => new RegExp("^" + require("lodash/escapeRegExp")(req.query.prefix)).test(name)));
});

app.get("/validated", query("q").isAlphanumeric(), validated, (req, res) => {
  // ok: regex-injection
  new RegExp("^" + req.query.q);
});

app.get("/unvalidated", query("q").isAlphanumeric(), (req, res) => {
  // ruleid: regex-injection
  new RegExp("^" + req.query.q);
});
