const express = require("express");
const zlib = require("zlib");

const app = express();

app.get("/", (req, res) => {
  // ruleid: denial-of-service
  const buffer = Buffer.alloc(Number(req.query.size));
  // ruleid: denial-of-service
  const list = new Array(parseInt(req.query.size, 10));
  // ruleid: denial-of-service
  for (let i = 0; i < req.body.items.length; i++) {
    count(i);
  }
  // ruleid: denial-of-service
  const text = "-".repeat(req.query.width);
  // ruleid: denial-of-service
  setTimeout(finish, req.query.delay);
  // ruleid: denial-of-service
  const unsafe = Buffer.allocUnsafe(1024);
  // ok: denial-of-service
  const fixed = Buffer.alloc(1024);
  // ok: denial-of-service
  const limited = Buffer.alloc(Math.min(Number(req.query.size), 4096));
  // ok: denial-of-service
  const line = "-".repeat(80);
  res.json([buffer, list, text, unsafe, fixed, limited, line]);
});

// ruleid: denial-of-service
app.use(express.json({ limit: "500mb" }));
// ok: denial-of-service
app.use(express.json({ limit: "100kb" }));
