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
