app.get("/user", async (req, res) => {
  const user = await User.findById(req.session.userId);
  // ruleid: js-password-sent
  res.json({ id: user.id, password: user.password });
  // ruleid: js-password-sent
  res.send({ hash: user.passwordHash });
  // ruleid: js-password-sent
  res.status(200).json({ user: { name: user.name, ssn: user.ssn } });
  // ok: js-password-sent
  res.json({ id: user.id, name: user.name });
  // ok: js-password-sent
  res.json({ password: errors.password });
  // ok: js-password-sent
  res.json({ hasPassword: Boolean(user.password) });
});
