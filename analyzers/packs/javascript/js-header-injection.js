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

app.get("/leave", (req, res) => {
  // ok: js-header-injection
  res.setHeader("Location", req.query.to);
  // ok: js-header-injection
  res.writeHead(302, { Location: req.query.to });
  // ruleid: js-header-injection
  res.setHeader("X-Leave", req.query.to);
});
