const _ = require("lodash");

app.post("/settings", (req, res) => {
  // ruleid: prototype-pollution-first-level
  _.merge(settings, req.body);
  // ruleid: prototype-pollution-first-level
  settings[req.body.key] = req.body.value;
  // ok: prototype-pollution-first-level
  settings.name = req.body.name;
});

app.post("/clean", (req, res) => {
  const clean = Object.create(null);
  // ok: prototype-pollution-first-level
  clean[req.body.key] = req.body.value;
  // ok: prototype-pollution-first-level
  _.merge(settings, { name: req.body.name });
});
