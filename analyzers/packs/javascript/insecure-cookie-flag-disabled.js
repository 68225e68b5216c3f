const session = require("express-session");

// ruleid: insecure-cookie-flag-disabled
app.use(session({ secret, cookie: { httpOnly: false, secure: true } }));
// ruleid: insecure-cookie-flag-disabled
app.use(session({ secret, cookie: { secure: false } }));

function login(res, id) {
  // ruleid: insecure-cookie-flag-disabled
  res.cookie("session", id, { httpOnly: false });
  // ruleid: insecure-cookie-flag-disabled
  res.cookie("session", id, { httpOnly: true, secure: false });
  // ok: insecure-cookie-flag-disabled
  res.cookie("session", id, { httpOnly: true, secure: true, sameSite: "lax" });
  // ok: insecure-cookie-flag-disabled
  res.cookie("session", id, { httpOnly: true, secure: production });
  // ok: insecure-cookie-flag-disabled
  res.cookie("session", id, { httpOnly: true, secure: true, signed: false });
}

// ruleid: insecure-cookie-flag-disabled
app.use(session({ key: "koa.sess", httpOnly: false }, app));
// ruleid: insecure-cookie-flag-disabled
setCookie(event, "session", id, { httpOnly: false, secure: true });
// ruleid: insecure-cookie-flag-disabled
const remembered = createCookie("remember", { secure: false });
// ok: insecure-cookie-flag-disabled
setCookie(event, "session", id, { httpOnly: true, secure: true });
