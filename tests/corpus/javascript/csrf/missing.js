const express = require("express");
const session = require("express-session");

// ruleid: csrf
const app = express();

app.use(session({ secret: process.env.SECRET, cookie: { httpOnly: true, secure: true, sameSite: "none" } }));
app.post("/transfer", (req, res) => {
  transfer(req.session.user, req.body.to, req.body.amount);
  res.sendStatus(204);
});
