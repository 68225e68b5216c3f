const v8 = require("v8");

app.post("/load", (req, res) => {
  // ruleid: js-untrusted-deserialization
  v8.deserialize(Buffer.from(req.body.data, "base64"));
  // ok: js-untrusted-deserialization
  JSON.parse(req.body.data);
  // ok: js-untrusted-deserialization
  v8.deserialize(v8.serialize({ a: 1 }));
});
