router.post('/signin', async (req, res) => {
  const user = await User.findOne({ email: req.body.email.toString() });
  const ok = await bcrypt.compare(req.body.password, user.hash);
  if (!ok) return res.sendStatus(401);
  req.session.regenerate((err) => {
    // ok: authentication
    req.session.user = user.id;
    req.session.save(() => res.redirect('/'));
  });
});
router.post('/x', (req, res) => {
  // ok: authentication
  if (req.body.password !== req.body.password2) return res.sendStatus(400);
  // ok: authentication
  if (!req.body.password) return res.sendStatus(400);
  // ok: authentication
  if (typeof req.body.password !== 'string') return res.sendStatus(400);
});
