const https = require("https");
const tls = require("tls");

// ruleid: weak-tls-version
https.createServer({ key, cert, minVersion: "TLSv1" });
// ruleid: weak-tls-version
tls.createSecureContext({ minVersion: "TLSv1.1" });
// ok: weak-tls-version
https.createServer({ key, cert, minVersion: "TLSv1.2" });
// ok: weak-tls-version
https.createServer({ key, cert, secureProtocol: "TLSv1_2_method" });
