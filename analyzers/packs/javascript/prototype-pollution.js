const _ = require("lodash");

app.post("/settings", (req, res) => {
  // ruleid: prototype-pollution
  deepmerge(settings, req.body);
  // ok: prototype-pollution
  _.merge(settings, req.body);
  // ok: prototype-pollution
  settings[req.body.key] = req.body.value;
  // ruleid: prototype-pollution
  settings[req.body.group][req.body.key] = req.body.value;
  // ok: prototype-pollution
  settings.name = req.body.name;
  // ok: prototype-pollution
  _.merge(settings, { name: req.body.name });
  // ok: prototype-pollution
  list[Number(req.body.index)] = req.body.value;
});

app.post("/clean", (req, res) => {
  const clean = Object.create(null);
  // ok: prototype-pollution
  clean[req.body.key] = req.body.value;
});

app.post("/settings-taken-apart", (req, res) => {
  const { body } = req;
  // ruleid: prototype-pollution
  deepmerge(settings, body);
  const { body: other } = answer;
  // ok: prototype-pollution
  deepmerge(settings, other);
});

app.post("/keys-with-a-text", (req, res) => {
  const key = `queue:${req.body.key}`;
  // ok: prototype-pollution
  settings[key].value = req.body.value;
  // ok: prototype-pollution
  settings["user-" + req.body.key].value = req.body.value;
  const odd = "__" + req.body.key;
  // ruleid: prototype-pollution
  settings[odd].value = req.body.value;
});

app.post("/sorted", (req, res) => {
  const sort = req.query.sort || {};
  for (const key in sort) {
    // ok: prototype-pollution
    sort[key] = Number.parseInt(sort[key], 10);
  }
  const other = {};
  for (const key in req.body) {
    // ruleid: prototype-pollution
    other[key].value = sort[key];
  }
  for (const row in req.body) {
    for (const part in req.body[row]) {
      // ok: prototype-pollution
      req.body[row][part] = { display: part };
    }
  }
});
