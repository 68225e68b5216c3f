app.get("/user", async (req, res) => {
  const user = await User.findById(req.session.userId);
  // ruleid: password-sent-to-client
  res.json({ id: user.id, password: user.password });
  // ruleid: password-sent-to-client
  res.send({ hash: user.passwordHash });
  // ruleid: password-sent-to-client
  res.status(200).json({ user: { name: user.name, ssn: user.ssn } });
  // ok: password-sent-to-client
  res.json({ id: user.id, name: user.name });
  // ok: password-sent-to-client
  res.json({ password: errors.password });
  // ok: password-sent-to-client
  res.json({ hasPassword: Boolean(user.password) });
});
