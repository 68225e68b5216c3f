const { MongoClient } = require("mongodb");
const { Pool } = require("pg");
const mongoose = require("mongoose");

function connect() {
  // ruleid: database-connection-without-tls
  new Pool({ connectionString: "postgres://db.shop.com/orders?sslmode=disable" });
  // ruleid: database-connection-without-tls
  mongoose.connect("mongodb://db.shop.com/orders", { tlsAllowInvalidCertificates: true });
  // ruleid: database-connection-without-tls
  new MongoClient("mongodb://db.shop.com/orders?tlsInsecure=true");
  // ok: database-connection-without-tls
  new Pool({ connectionString: "postgres://db.shop.com/orders?sslmode=verify-full" });
  // ok: database-connection-without-tls
  new Pool({ connectionString: "postgres://localhost/orders?sslmode=disable" });
  // ok: database-connection-without-tls
  mongoose.connect(process.env.DATABASE, { tlsCAFile: "company-ca.pem" });
}

// ruleid: database-connection-without-tls
const unverified = new pg.Pool({ connectionString: "postgres://db.example/one?sslmode=no-verify" });
