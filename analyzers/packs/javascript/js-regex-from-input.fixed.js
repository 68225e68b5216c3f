app.get("/search", (req, res) => {
  // ruleid: js-regex-from-input
  const first = new RegExp(String(req.query.term).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i");
  // ruleid: js-regex-from-input
  const second = text.match(String(req.query.term).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  // ok: js-regex-from-input
  const third = new RegExp(escapeRegExp(req.query.term));
  // ok: js-regex-from-input
  const fourth = text.includes(req.query.term);
  res.json([first, second, third, fourth]);
});
