const { MongoClient } = require("mongodb");
const { Pool } = require("pg");
const mongoose = require("mongoose");

function connect() {
  // ruleid: database-connection-without-tls
  new Pool({ connectionString: "postgres://db.shop.com/orders?sslmode=verify-full" });
  // ruleid: database-connection-without-tls
  mongoose.connect("mongodb://db.shop.com/orders", { tlsAllowInvalidCertificates: false });
  // ruleid: database-connection-without-tls
  new MongoClient("mongodb://db.shop.com/orders?tls=true");
  // ok: database-connection-without-tls
  new Pool({ connectionString: "postgres://db.shop.com/orders?sslmode=verify-full" });
  // ok: database-connection-without-tls
  new Pool({ connectionString: "postgres://localhost/orders?sslmode=disable" });
  // ok: database-connection-without-tls
  mongoose.connect(process.env.DATABASE, { tlsCAFile: "company-ca.pem" });
}

// ruleid: database-connection-without-tls
const unverified = new pg.Pool({ connectionString: "postgres://db.example/one?sslmode=verify-full" });
