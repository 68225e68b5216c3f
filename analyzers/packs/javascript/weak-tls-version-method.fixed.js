const https = require("https");

// ruleid: weak-tls-version-method
https.createServer({ key, cert, secureProtocol: "TLS_method" });
// ruleid: weak-tls-version-method
https.createServer({ key, cert, secureProtocol: "TLS_method" });
// ok: weak-tls-version-method
https.createServer({ key, cert, secureProtocol: "TLSv1_2_method" });
// ok: weak-tls-version-method
https.createServer({ key, cert, minVersion: "TLSv1.2" });
