app.use((error, req, res, next) => {
  // ruleid: js-stack-trace-sent
  res.status(500).send(error.stack);
  // ruleid: js-stack-trace-sent
  res.json({ message: error.message, stack: error.stack });
  // ok: js-stack-trace-sent
  console.error(error.stack);
  // ok: js-stack-trace-sent
  res.status(500).send("Something went wrong");
});

app.use((err, req, res, next) => {
  // ruleid: js-stack-trace-sent
  res.status(500).json({ error: err.message });
  // ok: js-stack-trace-sent
  res.status(400).json({ error: err.message });
  // ok: js-stack-trace-sent
  res.status(500).json({ error: "internal" });
});

app.use((err, req, res, next) => {
  // ruleid: js-stack-trace-sent
  res.send(500, err.stack);
  // ok: js-stack-trace-sent
  res.send(500, "Something went wrong");
});
