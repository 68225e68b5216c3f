function answer(res) {
  // ruleid: express-status-after-send
  res.json({ error: "x" }).status(500);
  // ok: express-status-after-send
  res.status(500).json({ error: "x" });
}
