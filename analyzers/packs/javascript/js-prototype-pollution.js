const _ = require("lodash");

app.post("/settings", (req, res) => {
  // ruleid: js-prototype-pollution
  _.merge(settings, req.body);
  // ruleid: js-prototype-pollution
  settings[req.body.key] = req.body.value;
  // ok: js-prototype-pollution
  settings.name = req.body.name;
  // ok: js-prototype-pollution
  _.merge(settings, { name: req.body.name });
  // ok: js-prototype-pollution
  list[Number(req.body.index)] = req.body.value;
});

app.post("/clean", (req, res) => {
  const clean = Object.create(null);
  // ok: js-prototype-pollution
  clean[req.body.key] = req.body.value;
});

app.post("/settings-taken-apart", (req, res) => {
  const { body } = req;
  // ruleid: js-prototype-pollution
  _.merge(settings, body);
  const { body: other } = answer;
  // ok: js-prototype-pollution
  _.merge(settings, other);
});

app.post("/keys-with-a-text", (req, res) => {
  const key = `queue:${req.body.key}`;
  // ok: js-prototype-pollution
  settings[key] = req.body.value;
  // ok: js-prototype-pollution
  settings["user-" + req.body.key] = req.body.value;
  const odd = "__" + req.body.key;
  // ruleid: js-prototype-pollution
  settings[odd] = req.body.value;
});
