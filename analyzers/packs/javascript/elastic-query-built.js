const { Client } = require("@elastic/elasticsearch");
const client = new Client({ node: "https://search:9200" });

app.get("/search", async (req, res) => {
  // ruleid: elastic-query-built
  await client.search({ index: "docs", body: `{"query": {"match": {"title": "${req.query.q}"}}}` });
  const text = '{"query": {"term": {"id": "' + req.query.id + '"}}}';
  // ruleid: elastic-query-built
  await client.count({ index: "docs", body: text });
  // ruleid: elastic-query-built
  await client.deleteByQuery({ index: "docs", body: JSON.parse(text) });
  // ruleid: elastic-query-built
  await axios.post("http://search:9200/docs/_search", `{"query": {"match": {"title": "${req.query.q}"}}}`);
  // ok: elastic-query-built
  await client.search({ index: "docs", body: { query: { match: { title: String(req.query.q) } } } });
  // ok: elastic-query-built
  await client.search({ index: "docs", body: { query: { match: { title: `*${req.query.q}*` } } } });
  // ok: elastic-query-built
  await client.search({ index: "docs", body: `{"query": {"match": {"title": ${JSON.stringify(req.query.q)}}}}` });
  // ok: elastic-query-built
  await client.search({ index: "docs", body: `{"from": ${Number(req.query.from)}}` });
});
