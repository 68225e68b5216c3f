const csrf = require("csurf");
const methodOverride = require("method-override");
const { ApolloServer } = require("@apollo/server");

// ruleid: csrf-disabled
app.use(csrf({ ignoreMethods: ["GET", "POST"] }));
// ruleid: csrf-disabled
const open = new ApolloServer({ typeDefs, resolvers, csrfPrevention: false });
// ok: csrf-disabled
app.use(csrf({ cookie: true }));
// ok: csrf-disabled
const closed = new ApolloServer({ typeDefs, resolvers, csrfPrevention: true });
// ok: csrf-disabled
other.use(methodOverride());

function actions() {
  // ruleid: csrf-disabled
  const open = { experimental: { serverActions: { allowedOrigins: ["*"] } } };
  // ok: csrf-disabled
  const own = { experimental: { serverActions: { allowedOrigins: ["app.example.org"] } } };
  return [open, own];
}
