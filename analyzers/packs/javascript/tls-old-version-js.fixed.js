const https = require("https");
const tls = require("tls");

// ruleid: tls-old-version-js
https.createServer({ key, cert, minVersion: "TLSv1.2" });
// ruleid: tls-old-version-js
tls.createSecureContext({ minVersion: "TLSv1.2" });
// ok: tls-old-version-js
https.createServer({ key, cert, minVersion: "TLSv1.2" });
// ok: tls-old-version-js
https.createServer({ key, cert, secureProtocol: "TLSv1_2_method" });
