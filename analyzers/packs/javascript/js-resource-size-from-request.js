app.get("/", (req, res) => {
  // ruleid: js-resource-size-from-request
  Buffer.alloc(Number(req.query.size));
  // ruleid: js-resource-size-from-request
  "-".repeat(req.query.width);
  // ok: js-resource-size-from-request
  Buffer.alloc(Math.min(Number(req.query.size), 65536));
  // ok: js-resource-size-from-request
  "-".repeat(80);
});

async function bulk(items, client) {
  const esRequest = { body: [], refresh: false };
  for (const item of items) esRequest.body.push(item);
  // ok: js-resource-size-from-request
  for (let index = 0; index < esRequest.body.length; index++) {
    esRequest.body[index].seen = true;
  }
  const searchRequest = new SearchRequest(items.length);
  // ok: js-resource-size-from-request
  Buffer.alloc(searchRequest.params.size);
}

function mark(esRequest) {
  // ok: js-resource-size-from-request
  for (let index = 0; index < esRequest.body.length; index++) {
    esRequest.body[index].seen = true;
  }
}

function handle(apiRequest) {
  // ruleid: js-resource-size-from-request
  for (let index = 0; index < apiRequest.body.length; index++) {
    count(apiRequest.body[index]);
  }
}

http.createServer((req, res) => {
  const { query } = url.parse(req.url, true);
  // ruleid: js-resource-size-from-request
  const buffer = Buffer.alloc(Number(query.size));
  // ok: js-resource-size-from-request
  const small = Buffer.alloc(Math.min(Number(query.size), 1024));
  res.end(String(buffer.length + small.length));
});

app.post("/patches", (req, res) => {
  const patches = Array.isArray(req.body.patches) ? req.body.patches : [req.body];
  // ok: js-resource-size-from-request
  for (let i = 0; i < patches.length; i++) apply(patches[i]);
  // ruleid: js-resource-size-from-request
  for (let i = 0; i < req.body.items.length; i++) apply(req.body.items[i]);
});

app.get("/list", (req, res) => {
  const ids = String(req.query.ids).split(",");
  // ok: js-resource-size-from-request
  for (let i = 0; i < ids.length; i++) apply(ids[i]);
  // ok: js-resource-size-from-request
  const copy = new Uint8Array(req.body.data);
  // ruleid: js-resource-size-from-request
  const made = new Uint8Array(Number(req.query.count));
  res.json({ copy, made });
});

app.get("/answers", async (req, res) => {
  const list = await got.get("https://api.example.com/list?of=" + req.params.team);
  // ok: js-resource-size-from-request
  for (let i = 0; i < list.data.length; i++) apply(list.data[i]);
});

function scaled(req) {
  // ruleid: js-resource-size-from-request
  return Buffer.alloc(req.query.size * 2);
}
