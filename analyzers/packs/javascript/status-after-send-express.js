function answer(res) {
  // ruleid: status-after-send-express
  res.json({ error: "x" }).status(500);
  // ok: status-after-send-express
  res.status(500).json({ error: "x" });
}
