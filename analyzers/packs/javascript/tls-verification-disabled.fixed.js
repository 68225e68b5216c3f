const https = require("https");

// ruleid: tls-verification-disabled
const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: true });
// ruleid: tls-verification-disabled
https.get("https://internal.example", { rejectUnauthorized: true }, done);
// ruleid: tls-verification-disabled
request({ url: "https://internal.example", strictSSL: true }, done);
// ruleid: tls-verification-disabled
options.rejectUnauthorized = true;
// ok: tls-verification-disabled
const verified = new https.Agent({ keepAlive: true, rejectUnauthorized: true });
// ok: tls-verification-disabled
const configured = new https.Agent({ rejectUnauthorized: settings.verify });
// ok: tls-verification-disabled
const names = ["rejectUnauthorized"];

createProxyMiddleware({
  target: "https://internal.example.com",
  // ruleid: tls-verification-disabled
  secure: true,
});
// ruleid: tls-verification-disabled
app.use("/api", createProxyMiddleware({ target: "https://internal.example.com", secure: true }));
// ruleid: tls-verification-disabled
const proxy = httpProxy.createProxyServer({ secure: true });
// ok: tls-verification-disabled
app.use("/api", createProxyMiddleware({ target: "http://localhost:3000", secure: false }));
// ok: tls-verification-disabled
app.use("/api", createProxyMiddleware({ target: "https://internal.example.com", secure: true }));
// ok: tls-verification-disabled
const jar = createCookie({ secure: false });

if (args.insecure) {
  // ok: tls-verification-disabled
  options.rejectUnauthorized = false;
}
if (args.verbose) {
  // ruleid: tls-verification-disabled
  options.rejectUnauthorized = true;
}
// ok: tls-verification-disabled
mail({ tls: settings.allowSelfSigned ? { rejectUnauthorized: false } : undefined });
// ok: tls-verification-disabled
const served = { key: key, cert: cert, requestCert: false, rejectUnauthorized: false };
// ok: tls-verification-disabled
https.createServer({ key: key, cert: cert, rejectUnauthorized: false }, app);

// ruleid: tls-verification-disabled
superagent.get("https://internal.example").disableTLSCerts().end(done);
// ok: tls-verification-disabled
superagent.get("https://internal.example").ca(authority).end(done);
if (args.insecure) {
  // ok: tls-verification-disabled
  call.disableTLSCerts();
}
// ruleid: tls-verification-disabled
options["rejectUnauthorized"] = true;
// ruleid: tls-verification-disabled
const cluster = { name: "one", server: "https://internal.example", skipTLSVerify: true };
// ok: tls-verification-disabled
const checked = { name: "one", server: "https://internal.example", skipTLSVerify: false };

function chosenByTheUser(config, parameters, options) {
  if (config["allow-self-signed"]) {
    // ok: tls-verification-disabled
    options.tls = { rejectUnauthorized: false };
  }
  // ok: tls-verification-disabled
  return parameters.get("rejectUnauthorized") === "false" ? { rejectUnauthorized: false } : {};
}
