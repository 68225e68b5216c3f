const axios = require("axios");

app.get("/proxy", async (req, res) => {
  // ruleid: js-request-forgery
  await axios.get(req.query.url);
  const address = `http://${req.query.host}/status`;
  // ruleid: js-request-forgery
  await fetch(address);
  // ok: js-request-forgery
  await fetch("https://api.example.com/items/" + req.params.id);
  // ok: js-request-forgery
  await axios.post("https://api.example.com/items", req.body);
  // ok: js-request-forgery
  await axios.get(`https://api.example.com/search?q=${encodeURIComponent(req.query.q)}`);
});

function received(request) {
  // ok: js-request-forgery
  const length = request.get("content-length");
  // ruleid: js-request-forgery
  request.get(request.query.address);
  return length;
}

app.get("/more", async (req, res) => {
  // ruleid: js-request-forgery
  await globalThis.fetch(req.query.url);
  // ruleid: js-request-forgery
  await ofetch(req.query.url);
  // ruleid: js-request-forgery
  await fetch(new Request(req.query.url));
  // ruleid: js-request-forgery
  proxy.web(req, res, { target: req.query.target });
  // ok: js-request-forgery
  await globalThis.fetch("https://api.example.org/");
});

app.get("/fixed-host", (req, res) => {
  const options = { hostname: "api.example.org", path: req.path, headers: req.headers, method: req.method };
  // ok: js-request-forgery
  http.request(options);
  const open = { hostname: req.query.host, path: "/" };
  // ruleid: js-request-forgery
  http.request(open);
});

app.get("/browsers", async (req, res) => {
  // ruleid: js-request-forgery
  await JSDOM.fromURL(req.query.url);
  // ruleid: js-request-forgery
  await Jimp.read(req.query.image);
  // ruleid: js-request-forgery
  await driver.get(req.query.url);
  // ok: js-request-forgery
  await driver.get("https://app.example.com");
  // ok: js-request-forgery
  await cache.get(req.query.url);
});

app.get("/attachments", async (req, res) => {
  // ok: js-request-forgery
  res.json({ url: self.url(req.body.attachment) });
});

app.get("/joined-addresses", async (req, res) => {
  const base = "https://status.example.com/";
  // ok: js-request-forgery
  await fetch(base.concat(encodeURIComponent(req.query.name), "/status"));
  // ok: js-request-forgery
  await fetch(["https://status.example.com/", req.query.name].join("/"));
  const scheme = "https://";
  // ruleid: js-request-forgery
  await fetch(scheme.concat(req.query.name, "/status"));
});
