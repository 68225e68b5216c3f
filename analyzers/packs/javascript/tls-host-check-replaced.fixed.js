const tls = require("tls");

// ruleid: tls-host-check-replaced
tls.connect({ host: "example.com" });
// ruleid: tls-host-check-replaced
tls.connect({ host: "example.com" });
// ok: tls-host-check-replaced
tls.connect({ host: "example.com", servername: "example.com" });
// ok: tls-host-check-replaced
tls.connect({ host: "example.com", checkServerIdentity: (host, certificate) => compare(host, certificate) });
