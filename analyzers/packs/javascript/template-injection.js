const ejs = require("ejs");
const pug = require("pug");

app.get("/page", (req, res) => {
  // ruleid: template-injection
  ejs.render("<p>" + req.query.name + "</p>");
  // ruleid: template-injection
  pug.compile(req.body.template);
  // ok: template-injection
  ejs.render("<p><%= name %></p>", { name: req.query.name });
  // ok: template-injection
  pug.compileFile("page.pug")({ name: req.query.name });
});

app.post("/engines", (req, res) => {
  // ruleid: template-injection
  Sqrl.render(req.body.template, {});
  // ruleid: template-injection
  Velocity.render(req.body.template, {});
  // ruleid: template-injection
  edge.renderRawSync(req.body.template, {});
  // ok: template-injection
  Sqrl.render("Hello {{it.name}}", { name: req.body.name });
});

app.post("/more-engines", (req, res) => {
  // ruleid: template-injection
  res.send(artTemplate.render(req.body.template, {}));
  // ok: template-injection
  res.send(artTemplate.render("{{ name }}", { name: req.body.name }));
});
