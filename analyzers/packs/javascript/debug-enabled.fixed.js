const errorhandler = require("errorhandler");

// ruleid: debug-enabled
app.use(errorhandler());
// ruleid: debug-enabled
const open = new ApolloServer({ typeDefs, resolvers, introspection: false });
// ruleid: debug-enabled
app.use("/graphql", graphqlHTTP({ schema, graphiql: false }));
// ok: debug-enabled
const closed = new ApolloServer({ typeDefs, resolvers, introspection: false });
if (process.env.NODE_ENV === "development") {
  // ok: debug-enabled
  app.use(errorhandler());
}

// ruleid: debug-enabled
app.enable("x-powered-by");
// ok: debug-enabled
app.disable("x-powered-by");
// ok: debug-enabled
app.set("x-powered-by", false);
