const { exec, execSync } = require("child_process");
app.get("/x", async (req, res) => {
  const c = req.query.c;
  // ruleid: command-injection
  const a = [1].map(() => execSync(c));
  // ruleid: command-injection
  const b = { x: execSync(c) };
  // ruleid: command-injection
  const d = `${execSync(c)}`;
  // ruleid: command-injection
  if (execSync(c)) { }
  // ruleid: command-injection
  while (execSync(c)) break;
  // ruleid: command-injection
  switch (c) { case "a": execSync(c); break; default: execSync(c); }
  // ruleid: command-injection
  try { execSync(c); } finally { execSync(c); }
  // ruleid: command-injection
  const e = c ? execSync(c) : null;
  // ruleid: command-injection
  c && execSync(c);
  const [f, g] = ["a", c];
  // ruleid: command-injection
  execSync(g);
  // ok: command-injection
  execSync(f);
  const { h = c } = {};
  // ruleid: command-injection
  execSync(h);
  const i = await Promise.resolve(c);
  // ruleid: command-injection
  execSync(i);
  const j = [...c].join("");
  // ruleid: command-injection
  execSync(j);
  const k = Object.assign({}, { c });
  // ruleid: command-injection
  execSync(k.c);
  // ruleid: command-injection
  for (const l of [c]) execSync(l);
  // ruleid: command-injection
  setTimeout(() => execSync(c), 10);
  // ruleid: command-injection
  new Promise((resolve) => resolve(execSync(c)));
  // ruleid: command-injection
  execSync(String(c));
  // ruleid: command-injection
  execSync(Buffer.from(c).toString());
  // ruleid: command-injection
  execSync(JSON.parse(c).x);
  // ruleid: command-injection
  execSync(new String(c).trim());
  // ruleid: command-injection
  res.send(execSync(c).toString());
});
