const escapeHtml = require("escape-html");

app.get("/hello", (req, res) => {
  // ruleid: js-reflected-html
  res.send("<h1>Hello " + req.query.name + "</h1>");
  const html = `<p>${req.params.text}</p>`;
  // ruleid: js-reflected-html
  res.status(200).send(html);
  // ok: js-reflected-html
  res.send("<h1>Hello " + escapeHtml(req.query.name) + "</h1>");
  // ok: js-reflected-html
  res.json({ name: req.query.name });
  // ok: js-reflected-html
  res.render("hello", { name: req.query.name });
  // ok: js-reflected-html
  res.send(`<p>Page ${Number(req.query.page)}</p>`);
});
