app.get("/admin", (req, res) => {
  // ruleid: role-from-request
  if (req.cookies.role === "admin") {
    res.json(secrets);
  }
  // ruleid: role-from-request
  if (req.query.admin === "true") {
    res.json(secrets);
  }
  // ok: role-from-request
  if (req.session.user.role === "admin") {
    res.json(secrets);
  }
  // ok: role-from-request
  if (req.query.sort === "1") {
    res.json([]);
  }
});

app.get("/internal", (req, res) => {
  // ruleid: role-from-request
  if (req.headers["x-user-role"] === "admin") res.json(all);
  // ruleid: role-from-request
  if (req.headers["x-forwarded-for"] === "127.0.0.1") res.json(all);
  // ok: role-from-request
  if (req.headers["x-requested-with"] === "XMLHttpRequest") res.json(all);
});
