const session = require("express-session");
const cookieSession = require("cookie-session");

// ruleid: cookie-protection-missing
app.use(session({ secret, resave: false }));
// ruleid: cookie-protection-missing
app.use(cookieSession({ keys: [key] }));
// ok: cookie-protection-missing
app.use(session({ secret, cookie: { httpOnly: true, secure: true } }));
// ok: cookie-protection-missing
app.use(cookieSession({ keys: [key], secure: true }));

function login(res, id, options) {
  // ruleid: cookie-protection-missing
  res.cookie("session", id, { httpOnly: true, secure: true, sameSite: "lax" });
  // ruleid: cookie-protection-missing
  res.cookie("session", id, { maxAge: 1000, httpOnly: true, secure: true, sameSite: "lax" });
  // ruleid: cookie-protection-missing
  res.setHeader("Set-Cookie", "session=" + id);
  // ok: cookie-protection-missing
  res.cookie("session", id, { httpOnly: true, secure: true, sameSite: "lax" });
  // ok: cookie-protection-missing
  res.cookie("session", id, options);
  // ok: cookie-protection-missing
  res.setHeader("Set-Cookie", "session=" + id + "; HttpOnly; Secure");
  // ok: cookie-protection-missing
  res.clearCookie("session");
}
