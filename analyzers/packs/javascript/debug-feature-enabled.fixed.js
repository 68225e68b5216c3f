const errorhandler = require("errorhandler");

// ruleid: debug-feature-enabled
app.use(errorhandler());
// ruleid: debug-feature-enabled
const open = new ApolloServer({ typeDefs, resolvers, introspection: false });
// ruleid: debug-feature-enabled
app.use("/graphql", graphqlHTTP({ schema, graphiql: false }));
// ok: debug-feature-enabled
const closed = new ApolloServer({ typeDefs, resolvers, introspection: false });
if (process.env.NODE_ENV === "development") {
  // ok: debug-feature-enabled
  app.use(errorhandler());
}

// ruleid: debug-feature-enabled
app.enable("x-powered-by");
// ok: debug-feature-enabled
app.disable("x-powered-by");
// ok: debug-feature-enabled
app.set("x-powered-by", false);
