app.post("/login", (req, res) => {
  // ruleid: log-injection
  console.log(`login of ${req.body.user}`);
  // ruleid: log-injection
  logger.warn("failed for " + req.body.user);
  // ok: log-injection
  console.log("login of", JSON.stringify(req.body.user));
  // ok: log-injection
  logger.warn("failed for " + req.body.user.replace(/[\r\n]/g, ""));
  // ok: log-injection
  console.log("login");
});

app.post("/format", (req, res) => {
  // ruleid: log-injection
  console.log("login of %s", req.body.user);
  // ok: log-injection
  console.log("login of %s", user.name);
});

app.get("/ping/:bar", (req, res) => {
  // ok: log-injection
  console.log(req.query);
  // ok: log-injection
  console.log("parameters:", req.params);
  // ruleid: log-injection
  console.log(`bar: ${req.params.bar}`);
});

app.use((req, res, next) => {
  // ok: log-injection
  console.log(`${req.method} ${req.path}`);
  // ok: log-injection
  logger.warn("not found: " + req.originalUrl);
  // ruleid: log-injection
  console.log(`${req.method} ${req.query.name}`);
  next();
});

app.get("/kept", (req, res) => {
  const who = String(req.query.who).trim();
  // ruleid: log-injection
  console.log("login failed for " + who);
  // ok: log-injection
  console.log("login failed for " + lookup(req.query.who));
});
