const cors = require("cors");

// ruleid: js-cors-any-origin
app.use(cors());
// ruleid: js-cors-any-origin
app.use(cors({ origin: "*" }));
// ruleid: js-cors-any-origin
app.use(cors({ origin: true, credentials: true }));
// ok: js-cors-any-origin
app.use(cors({ origin: "https://app.example.com" }));
// ok: js-cors-any-origin
app.use(cors(settings.cors));

function answer(res) {
  // ruleid: js-cors-any-origin
  res.setHeader("Access-Control-Allow-Origin", "*");
  // ruleid: js-cors-any-origin
  res.writeHead(200, { "Access-Control-Allow-Origin": "*" });
  // ok: js-cors-any-origin
  res.setHeader("Access-Control-Allow-Origin", "https://app.example.com");
  // ok: js-cors-any-origin
  res.setHeader("Access-Control-Allow-Methods", "*");
}

// ruleid: js-cors-any-origin
app.use(cors({ origin: /^https:\/\/.*example\.com$/ }));
// ok: js-cors-any-origin
app.use(cors({ origin: /^https:\/\/(.+\.)?example\.com$/ }));
// ok: js-cors-any-origin
app.use(cors({ origin: (origin, done) => (ALLOWED.includes(origin) ? done(null, true) : done(new Error("no"))) }));

// ruleid: js-cors-any-origin
app.use(cors({ origin: (origin) => origin, credentials: true }));
// ruleid: js-cors-any-origin
app.use(koaCors({ origin: (ctx) => ctx.get("Origin"), credentials: true }));
// ruleid: js-cors-any-origin
app.use(koaCors({ origin: (ctx) => ctx.request.header.origin }));
// ok: js-cors-any-origin
app.use(cors({ origin: (origin) => (ALLOWED.includes(origin) ? origin : null) }));
