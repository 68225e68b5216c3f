app.get("/", (req, res) => {
  // ruleid: js-header-injection
  res.setHeader("X-Name", req.query.name);
  // ruleid: js-header-injection
  res.set(req.query.name, "1");
  // ok: js-header-injection
  res.setHeader("X-Name", encodeURIComponent(req.query.name));
  // ok: js-header-injection
  res.setHeader("X-Count", Number(req.query.count));
});
