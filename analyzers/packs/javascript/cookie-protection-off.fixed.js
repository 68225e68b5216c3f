const session = require("express-session");

// ruleid: cookie-protection-off
app.use(session({ secret, cookie: { httpOnly: true, secure: true } }));
// ruleid: cookie-protection-off
app.use(session({ secret, cookie: { secure: true } }));

function login(res, id) {
  // ruleid: cookie-protection-off
  res.cookie("session", id, { httpOnly: true });
  // ruleid: cookie-protection-off
  res.cookie("session", id, { httpOnly: true, secure: true });
  // ok: cookie-protection-off
  res.cookie("session", id, { httpOnly: true, secure: true, sameSite: "lax" });
  // ok: cookie-protection-off
  res.cookie("session", id, { httpOnly: true, secure: production });
  // ok: cookie-protection-off
  res.cookie("session", id, { httpOnly: true, secure: true, signed: false });
}

// ruleid: cookie-protection-off
app.use(session({ key: "koa.sess", httpOnly: true }, app));
// ruleid: cookie-protection-off
setCookie(event, "session", id, { httpOnly: true, secure: true });
// ruleid: cookie-protection-off
const remembered = createCookie("remember", { secure: true });
// ok: cookie-protection-off
setCookie(event, "session", id, { httpOnly: true, secure: true });
