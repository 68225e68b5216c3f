const https = require("https");

// ruleid: js-tls-verification-disabled
const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });
// ruleid: js-tls-verification-disabled
https.get("https://internal.example", { rejectUnauthorized: false }, done);
// ruleid: js-tls-verification-disabled
request({ url: "https://internal.example", strictSSL: false }, done);
// ruleid: js-tls-verification-disabled
options.rejectUnauthorized = false;
// ok: js-tls-verification-disabled
const verified = new https.Agent({ keepAlive: true, rejectUnauthorized: true });
// ok: js-tls-verification-disabled
const configured = new https.Agent({ rejectUnauthorized: settings.verify });
// ok: js-tls-verification-disabled
const names = ["rejectUnauthorized"];
