const { MongoClient } = require("mongodb");
const { Client } = require("pg");
const mongoose = require("mongoose");
const { Sequelize } = require("sequelize");
const { DataSource } = require("typeorm");

async function openAll(address) {
  // ruleid: tls-verification
  await mongoose.connect(address, { tls: true, tlsAllowInvalidHostnames: true });
  // ruleid: tls-verification
  new MongoClient(address, { sslValidate: false });
  // ruleid: tls-verification
  new MongoClient(address, { tlsInsecure: true });
  // ruleid: tls-verification
  new Client("postgres://stock.internal.example/parts?sslmode=disable");
  // ruleid: tls-verification
  new Sequelize("postgres://stock.internal.example/parts?sslmode=allow");
  // ruleid: tls-verification
  new DataSource({ type: "mssql", options: { encrypt: true, trustServerCertificate: true } });
  // ok: tls-verification
  new Client("postgres://stock.internal.example/parts?sslmode=verify-full");
  // ok: tls-verification
  await mongoose.connect(address, { tls: true, tlsAllowInvalidCertificates: false });
  // ok: tls-verification
  new Sequelize("postgres://localhost/parts?sslmode=disable");
}
