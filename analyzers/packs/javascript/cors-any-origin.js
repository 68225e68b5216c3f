const cors = require("cors");

// ruleid: cors-any-origin
app.use(cors());
// ruleid: cors-any-origin
app.use(cors({ origin: "*" }));
// ruleid: cors-any-origin
app.use(cors({ origin: true, credentials: true }));
// ok: cors-any-origin
app.use(cors({ origin: "https://app.example.com" }));
// ok: cors-any-origin
app.use(cors(settings.cors));

function answer(res) {
  // ruleid: cors-any-origin
  res.setHeader("Access-Control-Allow-Origin", "*");
  // ruleid: cors-any-origin
  res.writeHead(200, { "Access-Control-Allow-Origin": "*" });
  // ok: cors-any-origin
  res.setHeader("Access-Control-Allow-Origin", "https://app.example.com");
  // ok: cors-any-origin
  res.setHeader("Access-Control-Allow-Methods", "*");
}
