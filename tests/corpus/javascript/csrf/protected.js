const express = require("express");
const session = require("express-session");
const { doubleCsrf } = require("csrf-csrf");

// ok: csrf
const app = express();

app.use(session({ secret: process.env.SECRET, cookie: { httpOnly: true, secure: true, sameSite: "lax" } }));
app.use(doubleCsrf({ getSecret: () => process.env.SECRET }).doubleCsrfProtection);
app.post("/transfer", (req, res) => {
  transfer(req.session.user, req.body.to, req.body.amount);
  res.sendStatus(204);
});
