app.post("/login", async (req, res) => {
  const user = await authenticate(req.body);
  // ruleid: js-session-not-renewed
  req.session.user = user.id;
  // ok: js-session-not-renewed
  req.session.theme = user.theme;
  res.redirect("/");
});

app.post("/login/safe", async (req, res) => {
  const user = await authenticate(req.body);
  req.session.regenerate(() => {
    // ok: js-session-not-renewed
    req.session.user = user.id;
    res.redirect("/");
  });
});
