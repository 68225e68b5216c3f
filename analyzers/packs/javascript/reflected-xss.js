const escapeHtml = require("escape-html");

app.get("/hello", (req, res) => {
  // ruleid: reflected-xss
  res.send("<h1>Hello " + req.query.name + "</h1>");
  const html = `<p>${req.params.text}</p>`;
  // ruleid: reflected-xss
  res.status(200).send(html);
  // ok: reflected-xss
  res.send("<h1>Hello " + escapeHtml(req.query.name) + "</h1>");
  // ok: reflected-xss
  res.json({ name: req.query.name });
  // ok: reflected-xss
  res.render("hello", { name: req.query.name });
  // ok: reflected-xss
  res.send(`<p>Page ${Number(req.query.page)}</p>`);
});

app.get("/plain", (req, res) => {
  res.contentType("text/plain");
  // ok: reflected-xss
  res.send(req.query.name);
});

app.get("/template", (req, res) => {
  const html = pug.renderFile("page.pug", { name: req.query.name });
  // ok: reflected-xss
  res.send(html);
});

fastify.get("/page", async (request, reply) => {
  // ruleid: reflected-xss
  reply.type("text/html").send("<b>" + request.query.name + "</b>");
});

fastify.get("/text", async (request, reply) => {
  // ok: reflected-xss
  reply.send(request.query.name);
});

app.post("/invite", (req, res) => {
  // ruleid: reflected-xss
  transporter.sendMail({ to: req.user.friend, html: "<p>" + req.body.text });
  // ok: reflected-xss
  transporter.sendMail({ to: req.user.friend, text: req.body.text });
});

function respond(ctx) {
  const res = ctx.res;
  // ok: reflected-xss
  if (typeof ctx.body === "string") return res.end(ctx.body);
  ctx.body = "nothing";
  // ruleid: reflected-xss
  res.end("<p>" + ctx.query.name);
}

app.get("/nodes", (req, res) => {
  // ok: reflected-xss
  runtime.nodes.getList({ user: req.query.user }).then((list) => res.send(list));
  // ok: reflected-xss
  runtime.nodes.getList({ user: req.query.user }).then(function (list) {
    res.send(list);
  });
});

app.get("/missing", (req, res) => {
  // ok: reflected-xss
  res.end(`<p>no ${escape_html(req.url)}</p>`);
  // ruleid: reflected-xss
  res.end(`<p>no ${shorten(req.url)}</p>`);
});

app.post("/markdown", (req, res) => {
  // ruleid: reflected-xss
  res.send(new MarkdownIt({ html: true }).render(req.body.text));
  // ok: reflected-xss
  res.send(new MarkdownIt({ html: false }).render(req.body.text));
});

class Pages {
  page(ctx) {
    // ruleid: reflected-xss
    return new HttpResponseOK("<h1>" + ctx.request.query.title + "</h1>");
  }
}

app.get("/half-escaped", (req, res) => {
  // ruleid: reflected-xss
  res.send("<p>" + req.query.name.replace("<", "&lt;") + "</p>");
  // ok: reflected-xss
  res.send("<p>" + req.query.name.replace(/</g, "&lt;") + "</p>");
  // ok: reflected-xss
  res.send("<p>" + req.query.name.replaceAll("<", "&lt;") + "</p>");
});

app.get("/coded", (req, res) => {
  const picture = Buffer.from(req.query.picture).toString("base64");
  // ok: reflected-xss
  res.send('<img src="data:image/png;base64,' + picture + '">');
  // ruleid: reflected-xss
  res.send("<p>" + Buffer.from(picture, "base64").toString() + "</p>");
  const name = encodeURIComponent(req.query.name);
  // ok: reflected-xss
  res.send("<p>" + name + "</p>");
  // ruleid: reflected-xss
  res.send("<p>" + decodeURIComponent(name) + "</p>");
});

hono.get("/card", (c) => {
  // ruleid: reflected-xss
  c.html(Mustache.render("<p>{{{name}}}</p>", { name: c.req.query("name") }));
  // ok: reflected-xss
  c.html(Mustache.render("<p>{{name}}</p>", { name: c.req.query("name") }));
  // ok: reflected-xss
  c.html(html`<p>${c.req.query("name")}</p>`);
});

function plain(res) {
  res.setHeader("Content-Type", "text/plain");
}

app.get("/said-by-a-function", (req, res) => {
  plain(res);
  // ok: reflected-xss
  res.send(req.query.name);
});

app.get("/said-here", (req, res) => {
  res.type("json");
  // ok: reflected-xss
  res.send(req.query.name);
});

app.get("/object", (req, res) => {
  const found = { name: req.query.name };
  // ok: reflected-xss
  res.status(200).send(found);
  // ruleid: reflected-xss
  res.send(found.name);
});

app.get("/object-or-page", (req, res) => {
  let found = {};
  found.name = req.query.name;
  // ok: reflected-xss
  res.send(found);
  let page = {};
  page = "<p>" + req.query.name;
  // ruleid: reflected-xss
  res.send(page);
});
