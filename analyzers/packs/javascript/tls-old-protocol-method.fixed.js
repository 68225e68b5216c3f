const https = require("https");

// ruleid: tls-old-protocol-method
https.createServer({ key, cert, secureProtocol: "TLS_method" });
// ruleid: tls-old-protocol-method
https.createServer({ key, cert, secureProtocol: "TLS_method" });
// ok: tls-old-protocol-method
https.createServer({ key, cert, secureProtocol: "TLSv1_2_method" });
// ok: tls-old-protocol-method
https.createServer({ key, cert, minVersion: "TLSv1.2" });
