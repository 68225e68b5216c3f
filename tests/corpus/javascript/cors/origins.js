const express = require("express");
const cors = require("cors");
const fastify = require("fastify")();
const koaCors = require("@koa/cors");
const { Server } = require("socket.io");

const app = express();

// ruleid: cors
app.use(cors());
// ruleid: cors
app.use(cors({ origin: "*" }));
// ruleid: cors
app.use(cors({ origin: true, credentials: true }));
// ruleid: cors
app.use(cors({ credentials: true, origin: (origin, callback) => callback(null, true) }));

app.get("/data", (req, res) => {
  // ruleid: cors
  res.setHeader("Access-Control-Allow-Origin", "*");
  // ruleid: cors
  res.header("Access-Control-Allow-Origin", req.headers.origin);
  // ruleid: cors
  res.set("access-control-allow-origin", req.query.origin);
  // ruleid: cors
  res.set({ "Access-Control-Allow-Origin": "*" });
  // ruleid: cors
  res.writeHead(200, { "Access-Control-Allow-Origin": "*" });
  // ruleid: cors
  res.setHeader("Access-Control-Allow-Origin", "null");
  const origin = req.get("Origin");
  // ruleid: cors
  res.append("Access-Control-Allow-Origin", origin);
  res.end();
});

// ruleid: cors
const io = new Server(server, { cors: { origin: "*" } });
// ruleid: cors
fastify.register(require("@fastify/cors"), { origin: "*" });

exports.handler = async () => ({
  statusCode: 200,
  // ruleid: cors
  headers: { "Access-Control-Allow-Origin": "*" },
});

function post() {
  // ruleid: cors
  window.parent.postMessage(message, "*");
  // ruleid: cors
  frame.contentWindow.postMessage({ token }, "*");
  // ok: cors
  window.parent.postMessage(message, "https://example.com");
}

// ok: cors
app.use(cors({ origin: "https://example.com" }));
// ok: cors
app.use(cors({ origin: ["https://a.example.com", "https://b.example.com"], credentials: true }));
// ok: cors
app.use(cors({ origin: false }));
// ok: cors
app.use(koaCors({ origin: "https://example.com" }));

app.get("/safe", (req, res) => {
  // ok: cors
  res.setHeader("Access-Control-Allow-Origin", "https://example.com");
  // ok: cors
  res.setHeader("Access-Control-Allow-Methods", "*");
  const origin = req.headers.origin;
  if (ALLOWED.includes(origin)) {
    // ok: cors
    res.setHeader("Access-Control-Allow-Origin", origin);
  }
  // ok: cors
  res.setHeader("Access-Control-Allow-Origin", process.env.ORIGIN);
});
