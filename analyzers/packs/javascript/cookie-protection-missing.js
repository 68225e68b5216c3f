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
  res.cookie("session", id);
  // ruleid: cookie-protection-missing
  res.cookie("session", id, { maxAge: 1000 });
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
  // ruleid: cookie-protection-missing
  res.append("Set-Cookie", [`session=${id}; Path=/`]);
  // ok: cookie-protection-missing
  res.cookie("theme", "dark", { maxAge: 1000 });
}

function signIn(reply, response, id) {
  // ruleid: cookie-protection-missing
  reply.setCookie("session", id, { path: "/" });
  // ruleid: cookie-protection-missing
  cookies().set("session", id);
  // ruleid: cookie-protection-missing
  response.cookies.set("auth_token", id, { maxAge: 60 });
  // ok: cookie-protection-missing
  cookies().set("session", id, { httpOnly: true, secure: true });
  // ok: cookie-protection-missing
  reply.setCookie("session", id, { httpOnly: true, secure: true });
}

app.get("/seen", (req, res) => {
  // ok: cookie-protection-missing
  res.cookie("seen", "true");
  // ok: cookie-protection-missing
  res.cookie("loggedIn", true);
  // ruleid: cookie-protection-missing
  res.cookie("id", req.sessionID);
});

export default defineEventHandler((event) => {
  // ruleid: cookie-protection-missing
  setCookie(event, "session", make());
  // ok: cookie-protection-missing
  setCookie(event, "session", make(), { httpOnly: true, secure: true });
  // ok: cookie-protection-missing
  setCookie(event, "theme", "dark");
});
