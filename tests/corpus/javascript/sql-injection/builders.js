const { Sequelize, QueryTypes, literal, DataTypes } = require("sequelize");
const sqlite3 = require("sqlite3").verbose();
const Database = require("better-sqlite3");
const sql = require("mssql");
const express = require("express");
const knex = require("knex")({ client: "pg" });

const app = express();
const sequelize = new Sequelize(process.env.DATABASE_URL);
const db = new sqlite3.Database("shop.db");
const better = new Database("shop.db");

app.get("/sequelize/query", async (req, res) => {
  // ruleid: sql-injection
  const rows = await sequelize.query("SELECT * FROM users WHERE name = '" + req.query.name + "'", { type: QueryTypes.SELECT });
  res.json(rows);
});

app.get("/sequelize/template", async (req, res) => {
  const name = req.query.name;
  // ruleid: sql-injection
  const rows = await sequelize.query(`SELECT * FROM users WHERE name LIKE '%${name}%'`);
  res.json(rows);
});

app.get("/sequelize/literal", async (req, res) => {
  // ruleid: sql-injection
  const rows = await User.findAll({ order: sequelize.literal(req.query.order) });
  res.json(rows);
});

app.get("/sequelize/static-literal", async (req, res) => {
  // ruleid: sql-injection
  const rows = await User.findAll({ where: Sequelize.literal("name = '" + req.query.name + "'") });
  res.json(rows);
});

app.get("/knex/raw", async (req, res) => {
  // ruleid: sql-injection
  const rows = await knex.raw("SELECT * FROM users WHERE id = " + req.query.id);
  res.json(rows);
});

app.get("/knex/where-raw", async (req, res) => {
  // ruleid: sql-injection
  const rows = await knex("users").whereRaw(`name = '${req.query.name}'`);
  res.json(rows);
});

app.get("/knex/order-raw", async (req, res) => {
  // ruleid: sql-injection
  const rows = await knex("users").select("*").orderByRaw(req.query.order);
  res.json(rows);
});

app.get("/knex/having", async (req, res) => {
  // ruleid: sql-injection
  const rows = await knex.select("a").from("t").groupBy("a").havingRaw("count(*) > " + req.query.count);
  res.json(rows);
});

app.get("/sqlite/all", (req, res) => {
  // ruleid: sql-injection
  db.all("SELECT * FROM users WHERE name = '" + req.query.name + "'", (err, rows) => res.json(rows));
});

app.get("/sqlite/get", (req, res) => {
  const sql = `SELECT * FROM users WHERE id = ${req.params.id}`;
  // ruleid: sql-injection
  db.get(sql, (err, row) => res.json(row));
});

app.get("/sqlite/run", (req, res) => {
  // ruleid: sql-injection
  db.run(`DELETE FROM users WHERE id = ${req.query.id}`);
  // ruleid: sql-injection
  db.exec("UPDATE users SET name = '" + req.body.name + "'");
  // ruleid: sql-injection
  db.each("SELECT * FROM users WHERE a = '" + req.body.a + "'", () => {});
  // ruleid: sql-injection
  const statement = better.prepare("SELECT * FROM users WHERE b = '" + req.body.b + "'");
  res.json(statement.all());
});

app.get("/mssql", async (req, res) => {
  const request = new sql.Request();
  // ruleid: sql-injection
  const result = await request.query("SELECT * FROM users WHERE name = '" + req.query.name + "'");
  // ruleid: sql-injection
  const other = await new sql.Request().batch(`EXEC find_user '${req.query.name}'`);
  res.json([result, other]);
});

function findMany(ids) {
  // ruleid: sql-injection
  return knex.raw(`SELECT * FROM users WHERE id IN (${ids})`);
}

app.get("/safe/sequelize", async (req, res) => {
  // ok: sql-injection
  const rows = await sequelize.query("SELECT * FROM users WHERE name = :name", { replacements: { name: req.query.name } });
  // ok: sql-injection
  const bound = await sequelize.query("SELECT * FROM users WHERE name = $1", { bind: [req.query.name] });
  // ok: sql-injection
  const found = await User.findAll({ where: { name: req.query.name } });
  // ok: sql-injection
  const counted = await User.findAll({ attributes: [[sequelize.literal("count(*)"), "n"]] });
  res.json([rows, bound, found, counted]);
});

app.get("/safe/knex", async (req, res) => {
  // ok: sql-injection
  const rows = await knex.raw("SELECT * FROM users WHERE id = ?", [req.query.id]);
  // ok: sql-injection
  const found = await knex("users").where("name", req.query.name).orderBy("id");
  // ok: sql-injection
  const raw = await knex("users").whereRaw("lower(name) = ?", [req.query.name]);
  // ok: sql-injection
  const like = await knex("users").where("name", "like", `%${req.query.name}%`);
  res.json([rows, found, raw, like]);
});

app.get("/safe/sqlite", (req, res) => {
  // ok: sql-injection
  db.all("SELECT * FROM users WHERE name = ?", [req.query.name], (err, rows) => res.json(rows));
  // ok: sql-injection
  db.get("SELECT * FROM users WHERE id = $id", { $id: req.params.id }, () => {});
  // ok: sql-injection
  const statement = better.prepare("SELECT * FROM users WHERE b = ?");
  // ok: sql-injection
  res.json(statement.all(req.body.b));
});

app.get("/safe/mssql", async (req, res) => {
  const request = new sql.Request();
  request.input("name", sql.VarChar, req.query.name);
  // ok: sql-injection
  const result = await request.query("SELECT * FROM users WHERE name = @name");
  // ok: sql-injection
  const tagged = await sql.query`SELECT * FROM users WHERE name = ${req.query.name}`;
  res.json([result, tagged]);
});

app.get("/safe/cache", (req, res) => {
  // ok: sql-injection
  cache.get("user:" + req.query.name, (err, user) => res.json(user));
  // ok: sql-injection
  document.query("div." + req.query.name);
});

app.get("/reused", (req, res) => {
  let name = req.query.name;
  name = "fixed";
  // ok: sql-injection
  db.all("SELECT * FROM users WHERE name = '" + name + "'", (err, rows) => res.json(rows));
});
