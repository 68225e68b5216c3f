app.post("/login", async (req, res) => {
  const user = await authenticate(req.body);
  // ruleid: session-fixation
  req.session.user = user.id;
  // ok: session-fixation
  req.session.theme = user.theme;
  res.redirect("/");
});

app.post("/login/safe", async (req, res) => {
  const user = await authenticate(req.body);
  req.session.regenerate(() => {
    // ok: session-fixation
    req.session.user = user.id;
    res.redirect("/");
  });
});
