const session = require("express-session");

function login(app, res, id) {
  // ruleid: cookie-httponly-disabled
  res.cookie("session", id, { secure: true, httpOnly: true });
  // ruleid: cookie-httponly-disabled
  app.use(session({ secret: process.env.KEY, cookie: { httpOnly: true } }));
}

function quiet(app, res, id, settings) {
  // ok: cookie-httponly-disabled
  res.cookie("session", id, { httpOnly: true, secure: true });
  // ok: cookie-httponly-disabled
  res.cookie("theme", "dark");
  // ok: cookie-httponly-disabled
  app.use(session({ secret: process.env.KEY, cookie: { httpOnly: settings.hidden } }));
}
