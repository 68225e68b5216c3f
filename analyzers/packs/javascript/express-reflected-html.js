function hello(req, res) {
  // ruleid: express-reflected-html
  res.send(`<h1>Hello ${req.query.name}</h1>`);
  // ruleid: express-reflected-html
  res.write("<p>" + req.body.comment + "</p>");
}

function quiet(req, res, escapeHtml) {
  // ok: express-reflected-html
  res.render("hello", { name: req.query.name });
  // ok: express-reflected-html
  res.send(`<h1>Hello ${escapeHtml(req.query.name)}</h1>`);
  // ok: express-reflected-html
  res.send({ name: req.query.name });
  // ok: express-reflected-html
  res.send("<h1>Hello</h1>");
}
