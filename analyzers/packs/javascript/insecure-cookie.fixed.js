const session = require("express-session");
const cookieSession = require("cookie-session");

// ruleid: insecure-cookie
app.use(session({ secret, resave: false }));
// ruleid: insecure-cookie
app.use(cookieSession({ keys: [key] }));
// ok: insecure-cookie
app.use(session({ secret, cookie: { httpOnly: true, secure: true } }));
// ok: insecure-cookie
app.use(cookieSession({ keys: [key], secure: true }));

function login(res, id, options) {
  // ruleid: insecure-cookie
  res.cookie("session", id, { httpOnly: true, secure: true, sameSite: "lax" });
  // ruleid: insecure-cookie
  res.cookie("session", id, { maxAge: 1000, httpOnly: true, secure: true, sameSite: "lax" });
  // ruleid: insecure-cookie
  res.setHeader("Set-Cookie", "session=" + id);
  // ok: insecure-cookie
  res.cookie("session", id, { httpOnly: true, secure: true, sameSite: "lax" });
  // ok: insecure-cookie
  res.cookie("session", id, options);
  // ok: insecure-cookie
  res.setHeader("Set-Cookie", "session=" + id + "; HttpOnly; Secure");
  // ok: insecure-cookie
  res.clearCookie("session");
  // ruleid: insecure-cookie
  res.append("Set-Cookie", [`session=${id}; Path=/`]);
  // ok: insecure-cookie
  res.cookie("theme", "dark", { maxAge: 1000 });
}

function signIn(reply, response, id) {
  // ruleid: insecure-cookie
  reply.setCookie("session", id, { path: "/" });
  // ruleid: insecure-cookie
  cookies().set("session", id);
  // ruleid: insecure-cookie
  response.cookies.set("auth_token", id, { maxAge: 60 });
  // ok: insecure-cookie
  cookies().set("session", id, { httpOnly: true, secure: true });
  // ok: insecure-cookie
  reply.setCookie("session", id, { httpOnly: true, secure: true });
}

app.get("/seen", (req, res) => {
  // ok: insecure-cookie
  res.cookie("seen", "true");
  // ok: insecure-cookie
  res.cookie("loggedIn", true);
  // ruleid: insecure-cookie
  res.cookie("id", req.sessionID, { httpOnly: true, secure: true, sameSite: "lax" });
});

export default defineEventHandler((event) => {
  // ruleid: insecure-cookie
  setCookie(event, "session", make());
  // ok: insecure-cookie
  setCookie(event, "session", make(), { httpOnly: true, secure: true });
  // ok: insecure-cookie
  setCookie(event, "theme", "dark");
});
