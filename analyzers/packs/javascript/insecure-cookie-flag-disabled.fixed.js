const session = require("express-session");

// ruleid: insecure-cookie-flag-disabled
app.use(session({ secret, cookie: { httpOnly: true, secure: true } }));
// ruleid: insecure-cookie-flag-disabled
app.use(session({ secret, cookie: { secure: true } }));

function login(res, id) {
  // ruleid: insecure-cookie-flag-disabled
  res.cookie("session", id, { httpOnly: true });
  // ruleid: insecure-cookie-flag-disabled
  res.cookie("session", id, { httpOnly: true, secure: true });
  // ok: insecure-cookie-flag-disabled
  res.cookie("session", id, { httpOnly: true, secure: true, sameSite: "lax" });
  // ok: insecure-cookie-flag-disabled
  res.cookie("session", id, { httpOnly: true, secure: production });
  // ok: insecure-cookie-flag-disabled
  res.cookie("session", id, { httpOnly: true, secure: true, signed: false });
}

// ruleid: insecure-cookie-flag-disabled
app.use(session({ key: "koa.sess", httpOnly: true }, app));
// ruleid: insecure-cookie-flag-disabled
setCookie(event, "session", id, { httpOnly: true, secure: true });
// ruleid: insecure-cookie-flag-disabled
const remembered = createCookie("remember", { secure: true });
// ok: insecure-cookie-flag-disabled
setCookie(event, "session", id, { httpOnly: true, secure: true });
