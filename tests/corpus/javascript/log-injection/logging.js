const winston = require("winston");
const express = require("express");

const app = express();
const logger = winston.createLogger();

app.get("/", (req, res) => {
  // ruleid: log-injection
  console.log("login of " + req.query.user);
  // ruleid: log-injection
  console.error(`failed for ${req.body.user}`);
  // ruleid: log-injection
  logger.info("user " + req.query.user);
  // ruleid: log-injection
  console.log("user " + req.query.user, count);
  const agent = req.headers["user-agent"];
  // ruleid: log-injection
  logger.warn(`agent ${agent}`);
  // ok: log-injection
  console.log("login of", JSON.stringify(req.query.user));
  // ok: log-injection
  console.log("login");
  // ok: log-injection
  logger.info("user " + req.query.user.replace(/[\r\n]/g, ""));
  // ok: log-injection
  console.log("page", Number(req.query.page));
  // ok: log-injection
  logger.info(`agent ${encodeURIComponent(agent)}`);
  res.end();
});
