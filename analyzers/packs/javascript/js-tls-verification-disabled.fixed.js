const https = require("https");

// ruleid: js-tls-verification-disabled
const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: true });
// ruleid: js-tls-verification-disabled
https.get("https://internal.example", { rejectUnauthorized: true }, done);
// ruleid: js-tls-verification-disabled
request({ url: "https://internal.example", strictSSL: true }, done);
// ruleid: js-tls-verification-disabled
options.rejectUnauthorized = true;
// ok: js-tls-verification-disabled
const verified = new https.Agent({ keepAlive: true, rejectUnauthorized: true });
// ok: js-tls-verification-disabled
const configured = new https.Agent({ rejectUnauthorized: settings.verify });
// ok: js-tls-verification-disabled
const names = ["rejectUnauthorized"];

createProxyMiddleware({
  target: "https://internal.example.com",
  // ruleid: js-tls-verification-disabled
  secure: true,
});
// ruleid: js-tls-verification-disabled
app.use("/api", createProxyMiddleware({ target: "https://internal.example.com", secure: true }));
// ruleid: js-tls-verification-disabled
const proxy = httpProxy.createProxyServer({ secure: true });
// ok: js-tls-verification-disabled
app.use("/api", createProxyMiddleware({ target: "http://localhost:3000", secure: false }));
// ok: js-tls-verification-disabled
app.use("/api", createProxyMiddleware({ target: "https://internal.example.com", secure: true }));
// ok: js-tls-verification-disabled
const jar = createCookie({ secure: false });
