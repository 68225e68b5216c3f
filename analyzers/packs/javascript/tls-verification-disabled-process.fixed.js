// ruleid: tls-verification-disabled-process
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "1";
// ruleid: tls-verification-disabled-process
process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "1";
// ok: tls-verification-disabled-process
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "1";
// ok: tls-verification-disabled-process
process.env.NODE_ENV = "0";

function chosenByTheUser(options) {
  // ok: tls-verification-disabled-process
  if (options.insecure) process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
}
