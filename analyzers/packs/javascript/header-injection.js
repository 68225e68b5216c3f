app.get("/", (req, res) => {
  // ruleid: header-injection
  res.setHeader("X-Name", req.query.name);
  // ruleid: header-injection
  res.set(req.query.name, "1");
  // ok: header-injection
  res.setHeader("X-Name", encodeURIComponent(req.query.name));
  // ok: header-injection
  res.setHeader("X-Count", Number(req.query.count));
});

app.get("/leave", (req, res) => {
  // ok: header-injection
  res.setHeader("Location", req.query.to);
  // ok: header-injection
  res.writeHead(302, { Location: req.query.to });
  // ruleid: header-injection
  res.setHeader("X-Leave", req.query.to);
});
