const https = require("https");
const tls = require("tls");
const OLD = "DES-CBC3-SHA:AES128-SHA";

// ruleid: tls-weak-ciphers
https.createServer({ key, cert, ciphers: "RC4-SHA:DES-CBC3-SHA" });
// ruleid: tls-weak-ciphers
tls.connect({ host, ciphers: "AES128-GCM-SHA256:RC4:HIGH" });
// ruleid: tls-weak-ciphers
tls.createSecureContext({ ciphers: "NULL" });
// ruleid: tls-weak-ciphers
tls.createSecureContext({ ciphers: "ALL" });
// ruleid: tls-weak-ciphers
tls.createServer({ ciphers: OLD });
// ruleid: tls-weak-ciphers
tls.DEFAULT_CIPHERS = "ADH-AES256-SHA";
// ok: tls-weak-ciphers
https.createServer({ ciphers: "ECDHE-RSA-AES128-GCM-SHA256:!RC4:!MD5:!aNULL" });
// ok: tls-weak-ciphers
https.createServer({ ciphers: "HIGH:!DES:!EXPORT" });
// ok: tls-weak-ciphers
https.createServer({ ciphers: "TLS_AES_256_GCM_SHA384" });
// ok: tls-weak-ciphers
https.createServer({ ciphers: tls.DEFAULT_CIPHERS });
// ok: tls-weak-ciphers
show({ ciphers: "list" });
