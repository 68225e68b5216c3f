const tls = require("tls");

// ruleid: tls-hostname-check-disabled
tls.connect({ host: "example.com" });
// ruleid: tls-hostname-check-disabled
tls.connect({ host: "example.com" });
// ok: tls-hostname-check-disabled
tls.connect({ host: "example.com", servername: "example.com" });
// ok: tls-hostname-check-disabled
tls.connect({ host: "example.com", checkServerIdentity: (host, certificate) => compare(host, certificate) });

function chosenByTheUser(options, host) {
  // ok: tls-hostname-check-disabled
  return options.insecure ? tls.connect({ host, checkServerIdentity: () => undefined }) : tls.connect({ host });
}
