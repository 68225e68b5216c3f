app.post("/login", (req, res) => {
  // ruleid: js-session-from-request
  req.session.user = req.query.user;
  // ok: js-session-from-request
  req.session.user = user.id;
  // ok: js-session-from-request
  req.session.theme = req.query.theme;
});
