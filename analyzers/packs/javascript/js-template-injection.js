const ejs = require("ejs");
const pug = require("pug");

app.get("/page", (req, res) => {
  // ruleid: js-template-injection
  ejs.render("<p>" + req.query.name + "</p>");
  // ruleid: js-template-injection
  pug.compile(req.body.template);
  // ok: js-template-injection
  ejs.render("<p><%= name %></p>", { name: req.query.name });
  // ok: js-template-injection
  pug.compileFile("page.pug")({ name: req.query.name });
});

app.post("/engines", (req, res) => {
  // ruleid: js-template-injection
  Sqrl.render(req.body.template, {});
  // ruleid: js-template-injection
  Velocity.render(req.body.template, {});
  // ruleid: js-template-injection
  edge.renderRawSync(req.body.template, {});
  // ok: js-template-injection
  Sqrl.render("Hello {{it.name}}", { name: req.body.name });
});

app.post("/more-engines", (req, res) => {
  // ruleid: js-template-injection
  res.send(artTemplate.render(req.body.template, {}));
  // ok: js-template-injection
  res.send(artTemplate.render("{{ name }}", { name: req.body.name }));
});
