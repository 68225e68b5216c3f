app.post("/login", async (req, res) => {
  const user = await find(req.body.name);
  // ruleid: js-password-compared-plainly
  if (user.password === req.body.password) {
    res.json(user);
  }
  // ruleid: js-password-compared-plainly
  if (req.body.password === "letmein123") {
    res.json(user);
  }
  // ok: js-password-compared-plainly
  if (await bcrypt.compare(req.body.password, user.password)) {
    res.json(user);
  }
  // ok: js-password-compared-plainly
  if (req.body.password === req.body.confirmation) {
    res.json(user);
  }
});

app.post("/other", async (req, res) => {
  const { name, password } = req.body;
  // ruleid: js-password-compared-plainly
  const user = users.find((u) => u.name === name && u.password === password);
  // ruleid: js-password-compared-plainly
  await db.query("SELECT id FROM users WHERE name = ? AND password = ?", [name, password]);
  // ok: js-password-compared-plainly
  await db.query("SELECT password FROM users WHERE name = ?", [name]);
});

function check(given, user) {
  // ruleid: js-password-compared-plainly
  if (given === user.password) return true;
  // ok: js-password-compared-plainly
  return bcrypt.compareSync(given, user.password);
}
