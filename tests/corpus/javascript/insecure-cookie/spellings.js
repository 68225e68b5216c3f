app.use(session({
  secret: process.env.S,
  resave: false,
  cookie: {
    secure: true,
    httpOnly: true,
    sameSite: 'strict',
  },
}));
// ruleid: insecure-cookie
app.use(session({
  secret: process.env.S,
  cookie: {
    maxAge: 1000,
    secure: false,
  },
}));
function l(req, res) {
  // ruleid: insecure-cookie
  res.cookie('token', t, { secure: true });
  // ruleid: insecure-cookie
  res.cookie('sid', t, { httpOnly: false, secure: true });
  // ok: insecure-cookie
  res.cookie('token', t, { secure: true, httpOnly: true, maxAge: 10 });
}
