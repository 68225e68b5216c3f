app.post("/login", async (req, res) => {
  const user = await find(req.body.name);
  // ruleid: js-password-compared-plainly
  if (user.password === req.body.password) {
    res.json(user);
  }
  // ruleid: js-password-compared-plainly
  if (req.body.password === "letmein123") {
    res.json(user);
  }
  // ok: js-password-compared-plainly
  if (await bcrypt.compare(req.body.password, user.password)) {
    res.json(user);
  }
  // ok: js-password-compared-plainly
  if (req.body.password === req.body.confirmation) {
    res.json(user);
  }
});
