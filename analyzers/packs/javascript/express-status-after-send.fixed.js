function answer(res) {
  // ruleid: express-status-after-send
  res.status(500).json({ error: "x" });
  // ok: express-status-after-send
  res.status(500).json({ error: "x" });
}
