app.get("/", (req, res) => {
  // ruleid: resource-exhaustion
  Buffer.alloc(Number(req.query.size));
  // ruleid: resource-exhaustion
  "-".repeat(req.query.width);
  // ok: resource-exhaustion
  Buffer.alloc(Math.min(Number(req.query.size), 65536));
  // ok: resource-exhaustion
  "-".repeat(80);
});

async function bulk(items, client) {
  const esRequest = { body: [], refresh: false };
  for (const item of items) esRequest.body.push(item);
  // ok: resource-exhaustion
  for (let index = 0; index < esRequest.body.length; index++) {
    esRequest.body[index].seen = true;
  }
  const searchRequest = new SearchRequest(items.length);
  // ok: resource-exhaustion
  Buffer.alloc(searchRequest.params.size);
}

function mark(esRequest) {
  // ok: resource-exhaustion
  for (let index = 0; index < esRequest.body.length; index++) {
    esRequest.body[index].seen = true;
  }
}

function handle(apiRequest) {
  // ruleid: resource-exhaustion
  for (let index = 0; index < apiRequest.body.length; index++) {
    count(apiRequest.body[index]);
  }
}

http.createServer((req, res) => {
  const { query } = url.parse(req.url, true);
  // ruleid: resource-exhaustion
  const buffer = Buffer.alloc(Number(query.size));
  // ok: resource-exhaustion
  const small = Buffer.alloc(Math.min(Number(query.size), 1024));
  res.end(String(buffer.length + small.length));
});

app.post("/patches", (req, res) => {
  const patches = Array.isArray(req.body.patches) ? req.body.patches : [req.body];
  // ok: resource-exhaustion
  for (let i = 0; i < patches.length; i++) apply(patches[i]);
  // ruleid: resource-exhaustion
  for (let i = 0; i < req.body.items.length; i++) apply(req.body.items[i]);
});

app.get("/list", (req, res) => {
  const ids = String(req.query.ids).split(",");
  // ok: resource-exhaustion
  for (let i = 0; i < ids.length; i++) apply(ids[i]);
  // ok: resource-exhaustion
  const copy = new Uint8Array(req.body.data);
  // ruleid: resource-exhaustion
  const made = new Uint8Array(Number(req.query.count));
  res.json({ copy, made });
});

app.get("/answers", async (req, res) => {
  const list = await got.get("https://api.example.com/list?of=" + req.params.team);
  // ok: resource-exhaustion
  for (let i = 0; i < list.data.length; i++) apply(list.data[i]);
});

function scaled(req) {
  // ruleid: resource-exhaustion
  return Buffer.alloc(req.query.size * 2);
}
