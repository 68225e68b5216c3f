const express = require("express");
const session = require("express-session");
const passport = require("passport");
const bcrypt = require("bcrypt");
const basicAuth = require("express-basic-auth");

const app = express();

app.post("/login", (req, res) => {
  // ruleid: authentication
  if (req.body.password === "letmein123") {
    res.end();
  }
  // ruleid: authentication
  req.session.id = req.query.sid;
  // ruleid: authentication
  req.session.user = req.query.user;
});

app.post("/plain", async (req, res) => {
  const user = await User.findOne({ where: { email: req.body.email } });
  // ruleid: authentication
  if (user.password === req.body.password) {
    return res.json(user.id);
  }
  // ruleid: authentication
  if (req.body.password == user.password) {
    return res.json(user.id);
  }
  res.sendStatus(401);
});

app.post("/callback", (req, res) => {
  // ruleid: authentication
  if (req.query.admin === "true") {
    res.json(secrets);
  }
  // ruleid: authentication
  if (req.cookies.role === "admin") {
    res.json(secrets);
  }
  // ruleid: authentication
  if (req.headers["x-admin"] === "1") {
    res.json(secrets);
  }
});

// ruleid: authentication
app.use(basicAuth({ users: { admin: "supersecret" } }));
// ruleid: authentication
app.use(session({ secret: process.env.SECRET, genid: (req) => req.query.session }));

app.post("/safe", async (req, res) => {
  const user = await User.findOne({ where: { email: req.body.email } });
  // ok: authentication
  if (await bcrypt.compare(req.body.password, user.password)) {
    req.session.regenerate(() => {
      // ok: authentication
      req.session.user = user.id;
      res.end();
    });
  }
  // ok: authentication
  if (req.body.password === req.body.confirmation) {
    res.end();
  }
  // ok: authentication
  if (req.body.password === "") {
    res.sendStatus(400);
  }
  // ok: authentication
  if (req.session.user.role === "admin") {
    res.end();
  }
});

// ok: authentication
app.use(basicAuth({ users: { admin: process.env.ADMIN_PASSWORD } }));
