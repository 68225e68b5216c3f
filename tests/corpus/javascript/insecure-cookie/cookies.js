const express = require("express");
const session = require("express-session");
const cookieSession = require("cookie-session");
const cookie = require("cookie");
const Cookies = require("js-cookie");

const app = express();

// ruleid: insecure-cookie
app.use(session({ secret: process.env.SECRET, cookie: { httpOnly: false, secure: true } }));
// ruleid: insecure-cookie
app.use(session({ secret: process.env.SECRET, cookie: { secure: false } }));
// ruleid: insecure-cookie
app.use(session({ secret: process.env.SECRET, resave: false }));
// ruleid: insecure-cookie
app.use(session({ secret: process.env.SECRET, cookie: { maxAge: 60000 } }));
// ruleid: insecure-cookie
app.use(cookieSession({ keys: [process.env.KEY], httpOnly: false, secure: true }));
// ruleid: insecure-cookie
app.use(cookieSession({ keys: [process.env.KEY] }));

app.get("/login", (req, res) => {
  // ruleid: insecure-cookie
  res.cookie("session", id, { httpOnly: false });
  // ruleid: insecure-cookie
  res.cookie("session", id, { httpOnly: true, secure: false });
  // ruleid: insecure-cookie
  res.cookie("session", id);
  // ruleid: insecure-cookie
  res.cookie("token", id, { maxAge: 1000 });
  // ruleid: insecure-cookie
  res.cookie("session", id, { httpOnly: true, secure: true, sameSite: "none" });
  // ruleid: insecure-cookie
  res.setHeader("Set-Cookie", "session=" + id);
  // ruleid: insecure-cookie
  res.setHeader("Set-Cookie", cookie.serialize("session", id, { httpOnly: false }));
  // ruleid: insecure-cookie
  ctx.cookies.set("session", id, { httpOnly: false });
  // ruleid: insecure-cookie
  document.cookie = "session=" + id;
  // ruleid: insecure-cookie
  reply.setCookie("session", id, { secure: false });
  // ruleid: insecure-cookie
  Cookies.set("token", id);
  res.end();
});

const settings = { secret: process.env.SECRET, cookie: {} };
// ruleid: insecure-cookie
settings.cookie.secure = false;

// ok: insecure-cookie
app.use(session({ secret: process.env.SECRET, cookie: { httpOnly: true, secure: true, sameSite: "lax" } }));
// ok: insecure-cookie
app.use(cookieSession({ name: "id", keys: [process.env.KEY], httpOnly: true, secure: true }));

app.get("/safe", (req, res) => {
  // ok: insecure-cookie
  res.cookie("session", id, { httpOnly: true, secure: true, sameSite: "strict" });
  // ok: insecure-cookie
  res.cookie("session", id, { httpOnly: true, secure: process.env.NODE_ENV === "production", sameSite: "lax" });
  // ok: insecure-cookie
  res.clearCookie("session");
  // ok: insecure-cookie
  res.setHeader("Set-Cookie", cookie.serialize("session", id, { httpOnly: true, secure: true, sameSite: "lax" }));
  // ok: insecure-cookie
  res.setHeader("Set-Cookie", "session=" + id + "; HttpOnly; Secure; SameSite=Lax");
  // ok: insecure-cookie
  const value = req.cookies.session;
  res.json(value);
});
