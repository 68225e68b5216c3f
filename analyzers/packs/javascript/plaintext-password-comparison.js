app.post("/login", async (req, res) => {
  const user = await find(req.body.name);
  // ruleid: plaintext-password-comparison
  if (user.password === req.body.password) {
    res.json(user);
  }
  // ruleid: plaintext-password-comparison
  if (req.body.password === "letmein123") {
    res.json(user);
  }
  // ok: plaintext-password-comparison
  if (await bcrypt.compare(req.body.password, user.password)) {
    res.json(user);
  }
  // ok: plaintext-password-comparison
  if (req.body.password === req.body.confirmation) {
    res.json(user);
  }
});

app.post("/other", async (req, res) => {
  const { name, password } = req.body;
  // ruleid: plaintext-password-comparison
  const user = users.find((u) => u.name === name && u.password === password);
  // ruleid: plaintext-password-comparison
  await db.query("SELECT id FROM users WHERE name = ? AND password = ?", [name, password]);
  // ok: plaintext-password-comparison
  await db.query("SELECT password FROM users WHERE name = ?", [name]);
});

function check(given, user) {
  // ruleid: plaintext-password-comparison
  if (given === user.password) return true;
  // ok: plaintext-password-comparison
  return bcrypt.compareSync(given, user.password);
}
