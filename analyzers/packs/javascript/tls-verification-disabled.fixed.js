const fs = require("fs");
const https = require("https");

function fetchAll(url, settings) {
  // ruleid: tls-verification-disabled
  https.get(url, { rejectUnauthorized: true });
  return new https.Agent({
    keepAlive: true,
    // ruleid: tls-verification-disabled
    rejectUnauthorized: true,
  });
}

function quiet(url, settings) {
  // ok: tls-verification-disabled
  https.get(url, { ca: fs.readFileSync("company-ca.pem") });
  // ok: tls-verification-disabled
  https.get(url, { rejectUnauthorized: settings.verify });
  // ok: tls-verification-disabled
  return new https.Agent({ rejectUnauthorized: true });
}
