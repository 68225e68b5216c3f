const { Client } = require("@elastic/elasticsearch");
const client = new Client({ node: "https://search:9200" });

app.get("/search", async (req, res) => {
  // ruleid: nosql-injection-elasticsearch
  await client.search({ index: "docs", body: `{"query": {"match": {"title": "${req.query.q}"}}}` });
  const text = '{"query": {"term": {"id": "' + req.query.id + '"}}}';
  // ruleid: nosql-injection-elasticsearch
  await client.count({ index: "docs", body: text });
  // ruleid: nosql-injection-elasticsearch
  await client.deleteByQuery({ index: "docs", body: JSON.parse(text) });
  // ruleid: nosql-injection-elasticsearch
  await axios.post("http://search:9200/docs/_search", `{"query": {"match": {"title": "${req.query.q}"}}}`);
  // ok: nosql-injection-elasticsearch
  await client.search({ index: "docs", body: { query: { match: { title: String(req.query.q) } } } });
  // ok: nosql-injection-elasticsearch
  await client.search({ index: "docs", body: { query: { match: { title: `*${req.query.q}*` } } } });
  // ok: nosql-injection-elasticsearch
  await client.search({ index: "docs", body: `{"query": {"match": {"title": ${JSON.stringify(req.query.q)}}}}` });
  // ok: nosql-injection-elasticsearch
  await client.search({ index: "docs", body: `{"from": ${Number(req.query.from)}}` });
});
