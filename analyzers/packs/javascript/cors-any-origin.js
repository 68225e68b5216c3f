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

// ruleid: cors-any-origin
app.use(cors({ origin: /^https:\/\/.*example\.com$/ }));
// ok: cors-any-origin
app.use(cors({ origin: /^https:\/\/(.+\.)?example\.com$/ }));
// ok: cors-any-origin
app.use(cors({ origin: (origin, done) => (ALLOWED.includes(origin) ? done(null, true) : done(new Error("no"))) }));

// ruleid: cors-any-origin
app.use(cors({ origin: (origin) => origin, credentials: true }));
// ruleid: cors-any-origin
app.use(koaCors({ origin: (ctx) => ctx.get("Origin"), credentials: true }));
// ruleid: cors-any-origin
app.use(koaCors({ origin: (ctx) => ctx.request.header.origin }));
// ok: cors-any-origin
app.use(cors({ origin: (origin) => (ALLOWED.includes(origin) ? origin : null) }));

// ruleid: cors-any-origin
new ApolloServer({ typeDefs, resolvers, cors: { origin: true, credentials: true } });
// ruleid: cors-any-origin
new Server(httpServer, { cors: { origin: true } });
// ruleid: cors-any-origin
server.applyMiddleware({ app, cors: true });
// ok: cors-any-origin
new ApolloServer({ typeDefs, resolvers, cors: { origin: "https://app.example.com", credentials: true } });
// ok: cors-any-origin
server.applyMiddleware({ app, cors: false });
