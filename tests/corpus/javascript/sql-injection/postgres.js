import pg, { Client, Pool } from "pg";
import format from "pg-format";
import express from "express";

const pool = new Pool();
const router = express.Router();

router.get("/orders", async (req, res) => {
  const client = await pool.connect();
  // ruleid: sql-injection
  const result = await client.query(`SELECT * FROM orders WHERE customer = '${req.query.customer}'`);
  res.json(result.rows);
});

router.get("/orders/:id", async (request, response) => {
  const client = new Client();
  await client.connect();
  const text = "SELECT * FROM orders WHERE id = " + request.params.id;
  // ruleid: sql-injection
  const result = await client.query({ text });
  response.json(result.rows);
});

router.post("/orders", async (req, res, next) => {
  try {
    // ruleid: sql-injection
    await pool.query("INSERT INTO orders (customer) VALUES ('" + req.body.customer + "')");
    res.sendStatus(201);
  } catch (error) {
    next(error);
  }
});

router.delete("/orders/:id", (req, res) => {
  const where = "WHERE id = " + req.params.id;
  // ruleid: sql-injection
  pool.query("DELETE FROM orders " + where, () => res.end());
});

export async function customersNamed(client, name) {
  // ruleid: sql-injection
  const { rows } = await client.query("SELECT * FROM customers WHERE name = '" + name + "'");
  return rows;
}

export const countRows = (client, table) => {
  // ruleid: sql-injection
  return client.query("SELECT count(*) FROM " + table);
};

router.get("/header", async (req, res) => {
  // ruleid: sql-injection
  const result = await pool.query(`SELECT * FROM sessions WHERE token = '${req.headers["x-token"]}'`);
  res.json(result.rows);
});

router.get("/cookie", async (req, res) => {
  const token = req.cookies.session;
  // ruleid: sql-injection
  const result = await pool.query("SELECT * FROM sessions WHERE token = '" + token + "'");
  res.json(result.rows);
});

router.get("/header-call", async (req, res) => {
  const tenant = req.get("X-Tenant");
  // ruleid: sql-injection
  const result = await pool.query(`SET search_path TO ${tenant}`);
  res.json(result.rows);
});

router.get("/safe", async (req, res) => {
  // ok: sql-injection
  const result = await pool.query("SELECT * FROM orders WHERE customer = $1", [req.query.customer]);
  res.json(result.rows);
});

router.get("/safe-object", async (req, res) => {
  const query = { text: "SELECT * FROM orders WHERE id = $1", values: [req.params.id] };
  // ok: sql-injection
  const result = await pool.query(query);
  res.json(result.rows);
});

router.get("/safe-inline", async (req, res) => {
  // ok: sql-injection
  const result = await pool.query({ name: "one-order", text: "SELECT * FROM orders WHERE id = $1", values: [req.params.id] });
  res.json(result.rows);
});

router.get("/safe-format", async (req, res) => {
  const sql = format("SELECT * FROM orders WHERE customer = %L", req.query.customer);
  // ok: sql-injection
  const result = await pool.query(sql);
  res.json(result.rows);
});

router.get("/safe-identifier", async (req, res) => {
  const client = await pool.connect();
  // ok: sql-injection
  const result = await client.query(`SELECT * FROM ${client.escapeIdentifier(req.query.table)}`);
  res.json(result.rows);
});

router.get("/safe-literal", async (req, res) => {
  const client = await pool.connect();
  // ok: sql-injection
  const result = await client.query("SELECT * FROM t WHERE a = " + client.escapeLiteral(req.query.a));
  res.json(result.rows);
});

router.get("/safe-switch", async (req, res) => {
  let order;
  switch (req.query.sort) {
    case "date":
      order = "created_at";
      break;
    default:
      order = "id";
  }
  // ok: sql-injection
  const result = await pool.query(`SELECT * FROM orders ORDER BY ${order}`);
  res.json(result.rows);
});

export async function createTables(client) {
  const tables = ["orders", "customers"];
  for (const table of tables) {
    // ok: sql-injection
    await client.query(`CREATE TABLE IF NOT EXISTS ${table} (id serial primary key)`);
  }
}

const STATUS = { open: 1, closed: 2 };

export function openOrders(client) {
  // ok: sql-injection
  return client.query(`SELECT * FROM orders WHERE status = ${STATUS.open}`);
}
