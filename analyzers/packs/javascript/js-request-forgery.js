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

app.get("/links", async (req, res) => {
  // ruleid: js-request-forgery
  await getLinkPreview(req.query.url);
  // ruleid: js-request-forgery
  await parser.parseURL(req.query.feed);
  // ok: js-request-forgery
  await parser.parseString(req.body.feed);
});

class Feeds {
  constructor(service) {
    this.service = service;
  }

  read(req) {
    // ruleid: js-request-forgery
    return this.service.axiosRef.get(new URL(req.query.url).href);
  }

  many(req) {
    const ids = Array.from(req.query.ids, Number);
    // ok: js-request-forgery
    return this.service.axiosRef.get(ids.join(","));
  }
}

app.get("/list", async (req, res) => {
  // ruleid: js-request-forgery
  const listed = await got({ url: `http://${req.query.city}.example.com/list` });
  for (const link of listed.data.links) {
    // ok: js-request-forgery
    await got(link);
  }
  // ruleid: js-request-forgery
  axios("http://" + req.query.host).then((answer) => {
    // ok: js-request-forgery
    return axios(answer.data.next);
  });
});

app.get("/resolved", async (req, res) => {
  // ok: js-request-forgery
  await got.get(url.resolve(BASE, `/read.php?tid=${req.query.tid}`));
  // ok: js-request-forgery
  await fetch(new URL(`/items/${req.query.id}`, BASE));
  // ruleid: js-request-forgery
  await got.get(url.resolve(BASE, req.query.path));
  // ruleid: js-request-forgery
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
  // ok: js-request-forgery
  await fetch(`https://${request.query.region}.example.org/`);
  // ok: js-request-forgery
  await fetch(`https://shard${request.query.shard}.example.org/`);
  // ruleid: js-request-forgery
  await fetch(`https://${request.query.zone}/`);
});

app.get("/moved", async (req, res) => {
  const target = new URL(req.query.target);
  // ruleid: js-request-forgery
  await fetch(target);
  target.host = "api.example.org";
  // ok: js-request-forgery
  await fetch(target);
});

app.get("/moved/elsewhere", async (req, res) => {
  const target = new URL(req.query.target);
  target.host = req.query.host;
  // ruleid: js-request-forgery
  await fetch(target);
});

<<<<<<< HEAD
app.get("/accounts", async (req, res) => {
  const url = new URL(process.env.BANK + "/accounts");
  url.search = new URLSearchParams({ id: req.query.id }).toString();
  // ok: js-request-forgery
  await fetch(url.toString());
  url.pathname = req.query.path;
  // ok: js-request-forgery
  await fetch(url);
  url.host = req.query.host;
=======
app.get("/pictures/:key", async (req, res) => {
  const key = encodeURIComponent(req.params.key);
  // ok: js-request-forgery
  await fetch(`https://${settings.pictureHost}/${key}`);
  // ok: js-request-forgery
  await fetch(`http://${appConfig.host}:${appConfig.port}/pictures/${req.params.key}`);
  // ok: js-request-forgery
  await fetch("https://" + config.pictures.host + "/" + req.params.key);
  // ruleid: js-request-forgery
  await fetch(`https://${settings.pictureHost}${req.params.key}`);
  // ruleid: js-request-forgery
  await fetch(`https://${req.query.host}/${settings.folder}`);
});

async function publicAddress(text) {
  const url = new URL(text);
  const { address } = await dns.lookup(url.hostname);
  if (ipaddr.parse(address).range() !== "unicast") throw new Error("not public");
  return url;
}

app.get("/looked-up", async (req, res) => {
  // ok: js-request-forgery
  await fetch(await publicAddress(req.query.url));
  const url = new URL(req.query.link);
  const { address: ip } = await dns.promises.lookup(url.hostname);
  // ruleid: js-request-forgery
  await fetch(url);
  if (isPrivateAddress(ip)) return res.sendStatus(400);
  // ok: js-request-forgery
  await fetch(url);
});

app.get("/all-looked-up", async (req, res) => {
  const url = new URL(req.query.link);
  const addresses = await dns.promises.resolve4(url.hostname);
  if (addresses.some((each) => isReserved(each))) return res.sendStatus(400);
  // ok: js-request-forgery
  await fetch(url);
});

app.get("/looked-up-and-kept", async (req, res) => {
  const url = new URL(req.query.link);
  const { address } = await dns.lookup(url.hostname);
  if (known.includes(address)) return res.sendStatus(400);
>>>>>>> 2124a08 (Promised queries, what a store answers, lodash's lookups, hosts of settings and looked up addresses are known)
  // ruleid: js-request-forgery
  await fetch(url);
});
