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
