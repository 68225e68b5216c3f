const session = require("express-session");

// ruleid: cookie-protection-off
app.use(session({ secret, cookie: { httpOnly: false, secure: true } }));
// ruleid: cookie-protection-off
app.use(session({ secret, cookie: { secure: false } }));

function login(res, id) {
  // ruleid: cookie-protection-off
  res.cookie("session", id, { httpOnly: false });
  // ruleid: cookie-protection-off
  res.cookie("session", id, { httpOnly: true, secure: false });
  // ok: cookie-protection-off
  res.cookie("session", id, { httpOnly: true, secure: true, sameSite: "lax" });
  // ok: cookie-protection-off
  res.cookie("session", id, { httpOnly: true, secure: production });
  // ok: cookie-protection-off
  res.cookie("session", id, { httpOnly: true, secure: true, signed: false });
}

// ruleid: cookie-protection-off
app.use(session({ key: "koa.sess", httpOnly: false }, app));
// ruleid: cookie-protection-off
setCookie(event, "session", id, { httpOnly: false, secure: true });
// ruleid: cookie-protection-off
const remembered = createCookie("remember", { secure: false });
// ok: cookie-protection-off
setCookie(event, "session", id, { httpOnly: true, secure: true });
