app.get("/admin", (req, res) => {
  // ruleid: js-role-from-request
  if (req.cookies.role === "admin") {
    res.json(secrets);
  }
  // ruleid: js-role-from-request
  if (req.query.admin === "true") {
    res.json(secrets);
  }
  // ok: js-role-from-request
  if (req.session.user.role === "admin") {
    res.json(secrets);
  }
  // ok: js-role-from-request
  if (req.query.sort === "1") {
    res.json([]);
  }
});

app.get("/internal", (req, res) => {
  // ruleid: js-role-from-request
  if (req.headers["x-user-role"] === "admin") res.json(all);
  // ruleid: js-role-from-request
  if (req.headers["x-forwarded-for"] === "127.0.0.1") res.json(all);
  // ok: js-role-from-request
  if (req.headers["x-requested-with"] === "XMLHttpRequest") res.json(all);
});
