const mysql = require("mysql");
const mysql2 = require("mysql2/promise");
const express = require("express");

const app = express();
const connection = mysql.createConnection({ host: "localhost", database: "shop", user: process.env.DB_USER });
const pool = mysql2.createPool({ uri: process.env.DATABASE_URL });

app.get("/users", function (req, res) {
  // ruleid: sql-injection
  connection.query("SELECT * FROM users WHERE name = '" + req.query.name + "'", function (err, rows) {
    res.json(rows);
  });
});

app.get("/users/:id", (req, res) => {
  const id = req.params.id;
  const sql = `SELECT * FROM users WHERE id = ${id}`;
  // ruleid: sql-injection
  connection.query(sql, (err, rows) => res.json(rows));
});

app.post("/login", async (req, res) => {
  const { email, password } = req.body;
  // ruleid: sql-injection
  const [rows] = await pool.execute("SELECT id FROM accounts WHERE email = '" + email + "' AND secret = '" + password + "'");
  res.json(rows);
});

app.post("/search", async (req, res) => {
  let query = "SELECT id, title FROM posts WHERE 1 = 1";
  if (req.body.author) {
    query += " AND author = '" + req.body.author + "'";
  }
  // ruleid: sql-injection
  const [rows] = await pool.query(query);
  res.json(rows);
});

app.get("/sorted", async (req, res) => {
  const order = req.query.order;
  // ruleid: sql-injection
  const [rows] = await pool.query("SELECT * FROM products ORDER BY " + order);
  res.json(rows);
});

app.get("/options", (req, res) => {
  // ruleid: sql-injection
  connection.query({ sql: "SELECT * FROM t WHERE a = '" + req.query.a + "'", timeout: 4000 }, (err, rows) => res.json(rows));
});

app.get("/concat", (req, res) => {
  const sql = "SELECT * FROM t WHERE a = ".concat(req.query.a);
  // ruleid: sql-injection
  connection.query(sql);
});

app.get("/join", (req, res) => {
  const sql = ["SELECT * FROM t WHERE a = '", req.query.a, "'"].join("");
  // ruleid: sql-injection
  connection.query(sql);
});

app.get("/format", (req, res) => {
  const sql = require("util").format("SELECT * FROM t WHERE a = '%s'", req.query.a);
  // ruleid: sql-injection
  connection.query(sql);
});

function userByName(name, callback) {
  // ruleid: sql-injection
  connection.query(`SELECT * FROM users WHERE name = "${name}"`, callback);
}

function deleteUser(id) {
  const statement = "DELETE FROM users WHERE id = " + id;
  return new Promise((resolve, reject) => {
    // ruleid: sql-injection
    connection.query(statement, (err) => (err ? reject(err) : resolve()));
  });
}

const updateName = async (id, name) => {
  // ruleid: sql-injection
  await pool.query("UPDATE users SET name = '" + name + "' WHERE id = ?", [id]);
};

function helper(term) {
  return "SELECT * FROM items WHERE title LIKE '%" + term + "%'";
}

app.get("/items", (req, res) => {
  // ruleid: sql-injection
  connection.query(helper(req.query.term), (err, rows) => res.json(rows));
});

class UserStore {
  constructor(db) {
    this.db = db;
  }

  find(column, value) {
    // ruleid: sql-injection
    return this.db.query("SELECT * FROM users WHERE " + column + " = '" + value + "'");
  }

  findSafely(value) {
    // ok: sql-injection
    return this.db.query("SELECT * FROM users WHERE email = ?", [value]);
  }
}

app.get("/safe/users", function (req, res) {
  // ok: sql-injection
  connection.query("SELECT * FROM users WHERE name = ?", [req.query.name], function (err, rows) {
    res.json(rows);
  });
});

app.get("/safe/named", async (req, res) => {
  // ok: sql-injection
  const [rows] = await pool.execute("SELECT * FROM users WHERE name = :name", { name: req.query.name });
  res.json(rows);
});

app.get("/safe/escaped", (req, res) => {
  // ok: sql-injection
  connection.query("SELECT * FROM users WHERE name = " + mysql.escape(req.query.name), (err, rows) => res.json(rows));
});

app.get("/safe/escaped-by-connection", (req, res) => {
  const sql = `SELECT * FROM users WHERE name = ${connection.escape(req.query.name)}`;
  // ok: sql-injection
  connection.query(sql, (err, rows) => res.json(rows));
});

app.get("/safe/formatted", (req, res) => {
  const sql = mysql.format("SELECT * FROM users WHERE name = ?", [req.query.name]);
  // ok: sql-injection
  connection.query(sql, (err, rows) => res.json(rows));
});

app.get("/safe/number", (req, res) => {
  const id = parseInt(req.params.id, 10);
  // ok: sql-injection
  connection.query("SELECT * FROM users WHERE id = " + id, (err, rows) => res.json(rows));
});

app.get("/safe/number-constructor", (req, res) => {
  // ok: sql-injection
  connection.query(`SELECT * FROM users LIMIT ${Number(req.query.limit)}`, (err, rows) => res.json(rows));
});

app.get("/safe/allowed", (req, res) => {
  const columns = { name: "name", date: "created_at" };
  const column = columns[req.query.order] || "id";
  // ok: sql-injection
  connection.query("SELECT * FROM users ORDER BY " + column, (err, rows) => res.json(rows));
});

app.get("/safe/allowed-list", (req, res) => {
  const order = req.query.order;
  if (!["name", "created_at"].includes(order)) {
    return res.sendStatus(400);
  }
  // ok: sql-injection
  connection.query("SELECT * FROM users ORDER BY " + order, (err, rows) => res.json(rows));
});

const TABLE = "users";
const FIELDS = "id, name" + ", email";

function everyone() {
  // ok: sql-injection
  return connection.query(`SELECT ${FIELDS} FROM ${TABLE}`);
}

function page() {
  const sql = "SELECT id, name " +
    "FROM users " +
    "WHERE active = 1";
  // ok: sql-injection
  return connection.query(sql);
}

function conditional(onlyActive) {
  let sql = "SELECT * FROM users";
  if (onlyActive) {
    sql += " WHERE active = 1";
  }
  // ok: sql-injection
  return connection.query(sql);
}

function chosen(descending) {
  // ok: sql-injection
  return connection.query("SELECT * FROM users ORDER BY id " + (descending ? "DESC" : "ASC"));
}

function many(ids) {
  const marks = ids.map(() => "?").join(", ");
  // ok: sql-injection
  return connection.query(`SELECT * FROM users WHERE id IN (${marks})`, ids);
}
