app.get("/", (req, res) => {
  // ruleid: frame-options-from-request
  res.set("X-Frame-Options", req.query.frame);
  // ok: frame-options-from-request
  res.set("X-Frame-Options", "DENY");
});
