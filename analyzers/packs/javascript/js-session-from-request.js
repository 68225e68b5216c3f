app.post("/login", (req, res) => {
  // ruleid: js-session-from-request
  req.session.user = req.query.user;
  // ok: js-session-from-request
  req.session.user = user.id;
  // ok: js-session-from-request
  req.session.theme = req.query.theme;
});

app.get("/continue", (req, res) => {
  // ruleid: js-session-from-request
  res.cookie("sessionId", req.query.sid, { httpOnly: true, secure: true });
  // ok: js-session-from-request
  res.cookie("page", req.query.page, { httpOnly: true, secure: true });
});

app.post("/checked", async (req, res) => {
  if (!(await users.verify(req.body.name, req.body.password))) return res.sendStatus(401);
  // ok: js-session-from-request
  req.session.user = req.body.name;
});
