app.post("/login", (req, res) => {
  // ruleid: session-identity-from-request
  req.session.user = req.query.user;
  // ok: session-identity-from-request
  req.session.user = user.id;
  // ok: session-identity-from-request
  req.session.theme = req.query.theme;
});

app.get("/continue", (req, res) => {
  // ruleid: session-identity-from-request
  res.cookie("sessionId", req.query.sid, { httpOnly: true, secure: true });
  // ok: session-identity-from-request
  res.cookie("page", req.query.page, { httpOnly: true, secure: true });
});

app.post("/checked", async (req, res) => {
  if (!(await users.verify(req.body.name, req.body.password))) return res.sendStatus(401);
  // ok: session-identity-from-request
  req.session.user = req.body.name;
});
