import http from "node:http";
import express from "express";
import Fastify from "fastify";
import { WebSocketServer } from "ws";
import inspector from "node:inspector";

const HOST = "0.0.0.0";
const app = express();

// ruleid: bind-all-interfaces
app.listen(3000, "127.0.0.1");
// ruleid: bind-all-interfaces
app.listen(process.env.PORT, HOST, () => console.log("up"));
// ruleid: bind-all-interfaces
http.createServer(app).listen({ port: 80, host: "127.0.0.1" });
// ruleid: bind-all-interfaces
await Fastify().listen({ port: 3000, host: "127.0.0.1" });
// ruleid: bind-all-interfaces
new WebSocketServer({ port: 8080, host: "127.0.0.1" });
// ruleid: bind-all-interfaces
inspector.open(9229, "127.0.0.1");
// ruleid: bind-all-interfaces
Bun.serve({ hostname: "127.0.0.1", port: 3000, fetch: () => new Response("") });

// ok: bind-all-interfaces
app.listen(3000, "127.0.0.1");
// ok: bind-all-interfaces
app.listen(3000);
// ok: bind-all-interfaces
app.listen(3000, process.env.HOST ?? "0.0.0.0");
// ok: bind-all-interfaces
http.createServer(app).listen({ port: 80, host: "localhost" });
// ok: bind-all-interfaces
inspector.open(9229, "127.0.0.1");
