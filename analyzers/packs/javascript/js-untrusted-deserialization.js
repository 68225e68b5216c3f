const v8 = require("v8");

app.post("/load", (req, res) => {
  // ruleid: js-untrusted-deserialization
  v8.deserialize(Buffer.from(req.body.data, "base64"));
  // ok: js-untrusted-deserialization
  JSON.parse(req.body.data);
  // ruleid: js-untrusted-deserialization
  yaml.load(req.body.text);
  // ok: js-untrusted-deserialization
  yaml.load(req.body.text, { schema: yaml.JSON_SCHEMA });
  // ok: js-untrusted-deserialization
  v8.deserialize(v8.serialize({ a: 1 }));
});
