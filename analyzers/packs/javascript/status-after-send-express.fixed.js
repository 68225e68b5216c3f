function answer(res) {
  // ruleid: status-after-send-express
  res.status(500).json({ error: "x" });
  // ok: status-after-send-express
  res.status(500).json({ error: "x" });
}
