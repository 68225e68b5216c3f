const { execSync } = require("child_process");
const fs = require("fs");
app.get("/x", async (req, res) => {
  // ruleid: command-injection
  const n = Number(execSync("wc -l " + req.query.f));
  // ruleid: command-injection
  const m = parseInt(execSync(`wc -l ${req.query.f}`).toString(), 10);
  // ruleid: path-traversal
  const k = parseInt(fs.readFileSync("/srv/" + req.query.f), 10);
  // ruleid: sql-injection
  const b = Boolean(await pool.query("SELECT 1 FROM t WHERE a = '" + req.query.a + "'"));
  // ruleid: code-injection
  const e = Number(eval(req.query.e));
  // ruleid: ssrf
  const l = (await fetch(req.query.u)).status;
  // ruleid: path-traversal
  res.json({ n: encodeURIComponent(fs.readFileSync(req.query.f)) });
});
