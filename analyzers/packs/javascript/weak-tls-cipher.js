const https = require("https");
const tls = require("tls");
const OLD = "DES-CBC3-SHA:AES128-SHA";

// ruleid: weak-tls-cipher
https.createServer({ key, cert, ciphers: "RC4-SHA:DES-CBC3-SHA" });
// ruleid: weak-tls-cipher
tls.connect({ host, ciphers: "AES128-GCM-SHA256:RC4:HIGH" });
// ruleid: weak-tls-cipher
tls.createSecureContext({ ciphers: "NULL" });
// ruleid: weak-tls-cipher
tls.createSecureContext({ ciphers: "ALL" });
// ruleid: weak-tls-cipher
tls.createServer({ ciphers: OLD });
// ruleid: weak-tls-cipher
tls.DEFAULT_CIPHERS = "ADH-AES256-SHA";
// ok: weak-tls-cipher
https.createServer({ ciphers: "ECDHE-RSA-AES128-GCM-SHA256:!RC4:!MD5:!aNULL" });
// ok: weak-tls-cipher
https.createServer({ ciphers: "HIGH:!DES:!EXPORT" });
// ok: weak-tls-cipher
https.createServer({ ciphers: "TLS_AES_256_GCM_SHA384" });
// ok: weak-tls-cipher
https.createServer({ ciphers: tls.DEFAULT_CIPHERS });
// ok: weak-tls-cipher
show({ ciphers: "list" });
