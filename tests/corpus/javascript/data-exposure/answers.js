const express = require("express");
const jwt = require("jsonwebtoken");

const app = express();

app.get("/fail", async (req, res) => {
  try {
    await work();
  } catch (error) {
    // ruleid: data-exposure
    res.status(500).send(error.stack);
    // ruleid: data-exposure
    res.json({ error: error.stack });
  }
});

app.use((err, req, res, next) => {
  // ruleid: data-exposure
  res.status(500).send(err.stack);
});

app.use((err, req, res, next) => {
  // ok: data-exposure
  console.error(err.stack);
  // ok: data-exposure
  res.status(500).send("Something broke");
});

function login(user, password) {
  // ruleid: data-exposure
  console.log("password: " + password);
  // ruleid: data-exposure
  console.log(`login of ${user} with ${password}`);
  // ruleid: data-exposure
  logger.info("token", user.accessToken);
  // ruleid: data-exposure
  localStorage.setItem("token", user.token);
  // ruleid: data-exposure
  localStorage.setItem("password", password);
  // ruleid: data-exposure
  const token = jwt.sign({ id: user.id, password: user.password }, process.env.KEY);
  // ok: data-exposure
  console.log("login of " + user);
  // ok: data-exposure
  console.log("password changed");
  // ok: data-exposure
  localStorage.setItem("theme", user.theme);
  // ok: data-exposure
  const safe = jwt.sign({ id: user.id }, process.env.KEY);
  // ok: data-exposure
  logger.info("token count", user.tokens.length);
  return [token, safe];
}

async function send(password) {
  // ruleid: data-exposure
  await fetch("http://api.example.com/login?password=" + password);
  // ruleid: data-exposure
  await fetch("http://api.example.com/login", { method: "POST", body: password });
  // ok: data-exposure
  await fetch("https://api.example.com/login", { method: "POST", body: password });
  // ok: data-exposure
  await fetch("http://localhost:3000/login", { method: "POST" });
}
