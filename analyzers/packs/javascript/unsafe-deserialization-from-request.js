const v8 = require("v8");

app.post("/load", (req, res) => {
  // ruleid: unsafe-deserialization-from-request
  v8.deserialize(Buffer.from(req.body.data, "base64"));
  // ok: unsafe-deserialization-from-request
  JSON.parse(req.body.data);
  // ruleid: unsafe-deserialization-from-request
  yaml.load(req.body.text);
  // ok: unsafe-deserialization-from-request
  yaml.load(req.body.text, { schema: yaml.JSON_SCHEMA });
  // ok: unsafe-deserialization-from-request
  v8.deserialize(v8.serialize({ a: 1 }));
});
