app.post('/login', async (req, res) => {
  const { username, password } = req.body;
  const user = await User.findOne({ where: { username } });
  // ruleid: authentication
  if (user && user.password === password) {
    // ruleid: authentication
    req.session.userId = user.id;
    res.redirect('/');
  }
  // ruleid: authentication
  if (username === 'admin' && password === 'admin123') {
    res.redirect('/admin');
  }
});
