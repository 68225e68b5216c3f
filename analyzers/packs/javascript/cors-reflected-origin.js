app.get("/data", (req, res) => {
  // ruleid: cors-reflected-origin
  res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
  // ok: cors-reflected-origin
  res.setHeader("Access-Control-Allow-Origin", "https://app.example.com");
  const origin = req.get("Origin");
  if (ALLOWED.includes(origin)) {
    // ok: cors-reflected-origin
    res.setHeader("Access-Control-Allow-Origin", origin);
  }
});

app.use((req, res, next) => {
  const config = settings.of(req.get("host"));
  // ok: cors-reflected-origin
  res.header("Access-Control-Allow-Origin", config.allowedOrigin);
  // ruleid: cors-reflected-origin
  res.header("Access-Control-Allow-Origin", req.get("origin"));
  next();
});
