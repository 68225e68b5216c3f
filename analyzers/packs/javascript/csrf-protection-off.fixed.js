const csrf = require("csurf");
const methodOverride = require("method-override");
const { ApolloServer } = require("@apollo/server");

// ruleid: csrf-protection-off
app.use(csrf({ ignoreMethods: ["GET", "POST"] }));
// ruleid: csrf-protection-off
const open = new ApolloServer({ typeDefs, resolvers, csrfPrevention: true });
// ok: csrf-protection-off
app.use(csrf({ cookie: true }));
// ok: csrf-protection-off
const closed = new ApolloServer({ typeDefs, resolvers, csrfPrevention: true });
// ok: csrf-protection-off
other.use(methodOverride());
