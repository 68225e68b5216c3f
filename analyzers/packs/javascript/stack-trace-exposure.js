app.use((error, req, res, next) => {
  // ruleid: stack-trace-exposure
  res.status(500).send(error.stack);
  // ruleid: stack-trace-exposure
  res.json({ message: error.message, stack: error.stack });
  // ok: stack-trace-exposure
  console.error(error.stack);
  // ok: stack-trace-exposure
  res.status(500).send("Something went wrong");
});

app.use((err, req, res, next) => {
  // ruleid: stack-trace-exposure
  res.status(500).json({ error: err.message });
  // ok: stack-trace-exposure
  res.status(400).json({ error: err.message });
  // ok: stack-trace-exposure
  res.status(500).json({ error: "internal" });
});

app.use((err, req, res, next) => {
  // ruleid: stack-trace-exposure
  res.send(500, err.stack);
  // ok: stack-trace-exposure
  res.send(500, "Something went wrong");
});
