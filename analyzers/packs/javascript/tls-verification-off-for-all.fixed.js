// ruleid: tls-verification-off-for-all
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "1";
// ruleid: tls-verification-off-for-all
process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "1";
// ok: tls-verification-off-for-all
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "1";
// ok: tls-verification-off-for-all
process.env.NODE_ENV = "0";
