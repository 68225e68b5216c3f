const axios = require("axios");

app.get("/proxy", async (req, res) => {
  // ruleid: ssrf
  await axios.get(req.query.url);
  const address = `http://${req.query.host}/status`;
  // ruleid: ssrf
  await fetch(address);
  // ok: ssrf
  await fetch("https://api.example.com/items/" + req.params.id);
  // ok: ssrf
  await axios.post("https://api.example.com/items", req.body);
  // ok: ssrf
  await axios.get(`https://api.example.com/search?q=${encodeURIComponent(req.query.q)}`);
});

function received(request) {
  // ok: ssrf
  const length = request.get("content-length");
  // ruleid: ssrf
  request.get(request.query.address);
  return length;
}

app.get("/more", async (req, res) => {
  // ruleid: ssrf
  await globalThis.fetch(req.query.url);
  // ruleid: ssrf
  await ofetch(req.query.url);
  // ruleid: ssrf
  await fetch(new Request(req.query.url));
  // ruleid: ssrf
  proxy.web(req, res, { target: req.query.target });
  // ok: ssrf
  await globalThis.fetch("https://api.example.org/");
});

app.get("/fixed-host", (req, res) => {
  const options = { hostname: "api.example.org", path: req.path, headers: req.headers, method: req.method };
  // ok: ssrf
  http.request(options);
  const open = { hostname: req.query.host, path: "/" };
  // ruleid: ssrf
  http.request(open);
});

app.get("/browsers", async (req, res) => {
  // ruleid: ssrf
  await JSDOM.fromURL(req.query.url);
  // ruleid: ssrf
  await Jimp.read(req.query.image);
  // ruleid: ssrf
  await driver.get(req.query.url);
  // ok: ssrf
  await driver.get("https://app.example.com");
  // ok: ssrf
  await cache.get(req.query.url);
});

app.get("/attachments", async (req, res) => {
  // ok: ssrf
  res.json({ url: self.url(req.body.attachment) });
});

app.get("/joined-addresses", async (req, res) => {
  const base = "https://status.example.com/";
  // ok: ssrf
  await fetch(base.concat(encodeURIComponent(req.query.name), "/status"));
  // ok: ssrf
  await fetch(["https://status.example.com/", req.query.name].join("/"));
  const scheme = "https://";
  // ruleid: ssrf
  await fetch(scheme.concat(req.query.name, "/status"));
});

app.get("/links", async (req, res) => {
  // ruleid: ssrf
  await getLinkPreview(req.query.url);
  // ruleid: ssrf
  await parser.parseURL(req.query.feed);
  // ok: ssrf
  await parser.parseString(req.body.feed);
});

class Feeds {
  constructor(service) {
    this.service = service;
  }

  read(req) {
    // ruleid: ssrf
    return this.service.axiosRef.get(new URL(req.query.url).href);
  }

  many(req) {
    const ids = Array.from(req.query.ids, Number);
    // ok: ssrf
    return this.service.axiosRef.get(ids.join(","));
  }
}

app.get("/list", async (req, res) => {
  // ruleid: ssrf
  const listed = await got({ url: `http://${req.query.city}.example.com/list` });
  for (const link of listed.data.links) {
    // ok: ssrf
    await got(link);
  }
  // ruleid: ssrf
  axios("http://" + req.query.host).then((answer) => {
    // ok: ssrf
    return axios(answer.data.next);
  });
});

app.get("/resolved", async (req, res) => {
  // ok: ssrf
  await got.get(url.resolve(BASE, `/read.php?tid=${req.query.tid}`));
  // ok: ssrf
  await fetch(new URL(`/items/${req.query.id}`, BASE));
  // ruleid: ssrf
  await got.get(url.resolve(BASE, req.query.path));
  // ruleid: ssrf
  await fetch(new URL(`//${req.query.id}`, BASE));
});

fastify.get("/typed", {
  schema: {
    querystring: {
      type: "object",
      properties: { region: { type: "string", enum: ["eu", "us"] }, shard: { type: "integer" }, zone: { type: "string" } },
    },
  },
}, async (request, reply) => {
  // ok: ssrf
  await fetch(`https://${request.query.region}.example.org/`);
  // ok: ssrf
  await fetch(`https://shard${request.query.shard}.example.org/`);
  // ruleid: ssrf
  await fetch(`https://${request.query.zone}/`);
});

app.get("/moved", async (req, res) => {
  const target = new URL(req.query.target);
  // ruleid: ssrf
  await fetch(target);
  target.host = "api.example.org";
  // ok: ssrf
  await fetch(target);
});

app.get("/moved/elsewhere", async (req, res) => {
  const target = new URL(req.query.target);
  target.host = req.query.host;
  // ruleid: ssrf
  await fetch(target);
});

app.get("/accounts", async (req, res) => {
  const url = new URL(process.env.BANK + "/accounts");
  url.search = new URLSearchParams({ id: req.query.id }).toString();
  // ok: ssrf
  await fetch(url.toString());
  url.pathname = req.query.path;
  // ok: ssrf
  await fetch(url);
  url.host = req.query.host;
app.get("/pictures/:key", async (req, res) => {
  const key = encodeURIComponent(req.params.key);
  // ok: ssrf
  await fetch(`https://${settings.pictureHost}/${key}`);
  // ok: ssrf
  await fetch(`http://${appConfig.host}:${appConfig.port}/pictures/${req.params.key}`);
  // ok: ssrf
  await fetch("https://" + config.pictures.host + "/" + req.params.key);
  // ruleid: ssrf
  await fetch(`https://${settings.pictureHost}${req.params.key}`);
  // ruleid: ssrf
  await fetch(`https://${req.query.host}/${settings.folder}`);
});

async function publicAddress(text) {
  const url = new URL(text);
  const { address } = await dns.lookup(url.hostname);
  if (ipaddr.parse(address).range() !== "unicast") throw new Error("not public");
  return url;
}

app.get("/looked-up", async (req, res) => {
  // ok: ssrf
  await fetch(await publicAddress(req.query.url));
  const url = new URL(req.query.link);
  const { address: ip } = await dns.promises.lookup(url.hostname);
  // ruleid: ssrf
  await fetch(url);
  if (isPrivateAddress(ip)) return res.sendStatus(400);
  // ok: ssrf
  await fetch(url);
});

app.get("/all-looked-up", async (req, res) => {
  const url = new URL(req.query.link);
  const addresses = await dns.promises.resolve4(url.hostname);
  if (addresses.some((each) => isReserved(each))) return res.sendStatus(400);
  // ok: ssrf
  await fetch(url);
});

app.get("/looked-up-and-kept", async (req, res) => {
  const url = new URL(req.query.link);
  const { address } = await dns.lookup(url.hostname);
  if (known.includes(address)) return res.sendStatus(400);
  // ruleid: ssrf
  await fetch(url);
});

app.get("/keys-of-a-token", async (req, res) => {
  const header = jose.decodeProtectedHeader(req.token);
  // ruleid: ssrf
  const keys = await fetch(header.jku);
  // ok: ssrf
  const own = await fetch("https://login.example.com/keys");
  return [keys, own];
});

app.get("/own-host", async (req, res) => {
  // ok: ssrf
  await axios.get(`http://${process.env.HOST || "localhost"}:${process.env.PORT || 5055}/api/${req.query.id}`);
  // ok: ssrf
  await axios.get(`/api/${req.query.id}`);
  // ruleid: ssrf
  await axios.get(`http://${req.query.host}:${process.env.PORT || 5055}/api`);
});

const escapeHtml = require("escape-html");

app.get("/escaped-for-html", (req, res) => {
  // ruleid: ssrf
  axios.get(escapeHtml(req.query.url));
});
