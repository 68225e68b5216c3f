const express = require("express");
const helmet = require("helmet");
const serveIndex = require("serve-index");
const errorhandler = require("errorhandler");
const { BrowserWindow } = require("electron");
const puppeteer = require("puppeteer");
const http = require("http");
const { ApolloServer } = require("apollo-server");
const { graphqlHTTP } = require("express-graphql");
const grpc = require("@grpc/grpc-js");
const net = require("net");
const WebSocket = require("ws");
const ftp = require("basic-ftp");

const app = express();

// ruleid: misconfiguration
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: misconfiguration
app.use(helmet({ frameguard: false, hsts: false }));
// ruleid: misconfiguration
app.use("/files", serveIndex("files"));
// ruleid: misconfiguration
app.use(errorhandler());
// ruleid: misconfiguration
app.use(express.static(__dirname));
// ruleid: misconfiguration
app.use(express.static("public", { dotfiles: "allow" }));

// ruleid: misconfiguration
const window = new BrowserWindow({ webPreferences: { nodeIntegration: true } });
// ruleid: misconfiguration
const isolated = new BrowserWindow({ webPreferences: { contextIsolation: false } });
// ruleid: misconfiguration
const insecure = new BrowserWindow({ width: 800, webPreferences: { webSecurity: false } });
// ruleid: misconfiguration
const mixed = new BrowserWindow({ webPreferences: { allowRunningInsecureContent: true } });
// ruleid: misconfiguration
const experimental = new BrowserWindow({ webPreferences: { experimentalFeatures: true, sandbox: true } });
// ruleid: misconfiguration
const unboxed = new BrowserWindow({ webPreferences: { sandbox: false } });

// ruleid: misconfiguration
puppeteer.launch({ args: ["--no-sandbox"] });
// ruleid: misconfiguration
puppeteer.launch({ args: ["--disable-web-security"] });
// ruleid: misconfiguration
const graph = new ApolloServer({ typeDefs, resolvers, introspection: true, playground: true });
// ruleid: misconfiguration
app.use("/graphql", graphqlHTTP({ schema, graphiql: true }));
// ruleid: misconfiguration
const credentials = grpc.credentials.createInsecure();
// ruleid: misconfiguration
const socket = new WebSocket("ws://example.com/feed");

app.get("/frame", (req, res) => {
  // ruleid: misconfiguration
  res.set("X-Frame-Options", req.query.frame);
  // ruleid: misconfiguration
  res.setHeader("X-XSS-Protection", "0; mode=off");
  // ruleid: misconfiguration
  res.removeHeader("X-Frame-Options");
  // ruleid: misconfiguration
  res.setHeader("Content-Security-Policy", "default-src * 'unsafe-inline' 'unsafe-eval'");
  res.end();
});

// ok: misconfiguration
app.use(helmet());
// ok: misconfiguration
app.use(helmet({ hsts: { maxAge: 31536000 } }));
// ok: misconfiguration
app.use(express.static("public"));
// ok: misconfiguration
app.use(express.static(__dirname + "/public"));
// ok: misconfiguration
const safe = new BrowserWindow({ webPreferences: { contextIsolation: true, nodeIntegration: false } });
// ok: misconfiguration
const plain = new BrowserWindow({ width: 800, height: 600 });
// ok: misconfiguration
puppeteer.launch({ headless: true });
// ok: misconfiguration
const other = new ApolloServer({ typeDefs, resolvers, introspection: false });
// ok: misconfiguration
const secure = grpc.credentials.createSsl(root, key, chain);
// ok: misconfiguration
const secureSocket = new WebSocket("wss://example.com/feed");
// ok: misconfiguration
const local = new WebSocket("ws://localhost:8080");

app.get("/safe", (req, res) => {
  // ok: misconfiguration
  res.set("X-Frame-Options", "DENY");
  // ok: misconfiguration
  res.setHeader("Content-Security-Policy", "default-src 'self'");
  // ok: misconfiguration
  res.removeHeader("X-Powered-By");
});
