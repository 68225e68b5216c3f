const express = require("express");
const csrf = require("csurf");
const methodOverride = require("method-override");
const session = require("express-session");
const { ApolloServer } = require("apollo-server-express");

const app = express();

// ruleid: csrf
app.use(csrf({ cookie: true, ignoreMethods: ["GET", "HEAD", "OPTIONS", "POST"] }));
// ruleid: csrf
const server = new ApolloServer({ typeDefs, resolvers, csrfPrevention: false });

const legacy = express();
legacy.use(csrf());
// ruleid: csrf
legacy.use(methodOverride());

const modern = express();
// ok: csrf
modern.use(methodOverride());
modern.use(csrf());
// ok: csrf
app.use(csrf({ cookie: true }));
// ok: csrf
const other = new ApolloServer({ typeDefs, resolvers, csrfPrevention: true });
