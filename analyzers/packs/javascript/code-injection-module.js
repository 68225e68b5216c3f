const start = require("./pages/start");
const PAGES = new Map([["start", start]]);

app.get("/page", async (req, res) => {
  // ruleid: code-injection-module
  const page = require("./pages/" + req.query.page);
  // ruleid: code-injection-module
  const other = await import(req.query.page);
  // ok: code-injection-module
  const known = PAGES.get(req.query.page);
  // ok: code-injection-module
  const fixed = require("./pages/end");
  res.json({ ok: Boolean(page && other && known && fixed) });
});

function loadOfWorker() {
  // ruleid: code-injection-module
  importScripts(new URLSearchParams(self.location.search).get("library"));
  // ok: code-injection-module
  importScripts("library.js");
}
