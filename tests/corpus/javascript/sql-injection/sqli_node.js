const express = require('express');
const mysql = require('mysql');
const mysql2 = require('mysql2/promise');
const { Pool, Client } = require('pg');
const sqlite3 = require('sqlite3').verbose();
const Database = require('better-sqlite3');
const mssql = require('mssql');
const format = require('pg-format');
const SqlString = require('sqlstring');
const app = express();
const connection = mysql.createConnection({ host: 'localhost' });
const pool = new Pool();
const SORTABLE = ['name', 'email'];

app.get('/a/:id', (req, res) => {
  const id = req.params.id;
  // ruleid: sql-injection
  connection.query('SELECT * FROM users WHERE id = ' + id, cb);
  // ok: sql-injection
  connection.query('SELECT * FROM users WHERE id = ?', [id], cb);
  // ruleid: sql-injection
  connection.query(`SELECT * FROM users WHERE id = ${id}`, cb);
  // ok: sql-injection
  connection.query('SELECT * FROM users WHERE id = ' + mysql.escape(id), cb);
  // ok: sql-injection
  connection.query('SELECT * FROM users WHERE id = ' + connection.escape(id), cb);
  // ok: sql-injection
  connection.query('SELECT * FROM users WHERE id = ' + parseInt(id, 10), cb);
  // ruleid: sql-injection
  connection.query({ sql: "SELECT * FROM users WHERE name = '" + req.query.name + "'" }, cb);
  // ok: sql-injection
  connection.query({ sql: 'SELECT * FROM users WHERE name = ?', values: [req.query.name] }, cb);
  // ok: sql-injection
  connection.query(mysql.format('SELECT * FROM ?? WHERE id = ?', ['users', id]), cb);
  // ok: sql-injection
  connection.query('SELECT ' + SqlString.escapeId(req.query.col) + ' FROM t', cb);
  // ruleid: sql-injection
  connection.execute('SELECT * FROM t WHERE x = "' + req.body.x + '"', cb);
});

app.post('/b', async (req, res) => {
  const { email, sort } = req.body;
  // ruleid: sql-injection
  await pool.query("SELECT * FROM users WHERE email = '" + email + "'");
  // ok: sql-injection
  await pool.query('SELECT * FROM users WHERE email = $1', [email]);
  // ok: sql-injection
  await pool.query({ text: 'SELECT * FROM users WHERE email = $1', values: [email] });
  // ruleid: sql-injection
  await pool.query({ text: `SELECT * FROM users WHERE email = '${email}'` });
  // ok: sql-injection
  await pool.query(format('SELECT * FROM %I WHERE email = %L', 'users', email));
  // ruleid: sql-injection
  await pool.query(`SELECT * FROM users ORDER BY ${sort}`);
  if (SORTABLE.includes(sort)) {
    // ok: sql-injection
    await pool.query(`SELECT * FROM users ORDER BY ${sort}`);
  }
  const client = await pool.connect();
  const text = 'DELETE FROM users WHERE id = ' + Number(req.body.id);
  // ok: sql-injection
  await client.query(text);
  const sql = [];
  sql.push('SELECT * FROM x WHERE');
  sql.push('a = ' + req.body.a);
  // ruleid: sql-injection
  await client.query(sql.join(' '));
  const other = new Client();
  // ruleid: sql-injection
  other.query('INSERT INTO log VALUES (' + req.headers['user-agent'] + ')').then(() => {});
  client.release();
});

app.get('/c', (req, res) => {
  const db = new sqlite3.Database(':memory:');
  // ruleid: sql-injection
  db.all("SELECT * FROM t WHERE n = '" + req.query.n + "'", (err, rows) => res.json(rows));
  // ok: sql-injection
  db.all('SELECT * FROM t WHERE n = ?', req.query.n, (err, rows) => res.json(rows));
  // ruleid: sql-injection
  db.get(`SELECT * FROM t WHERE n = '${req.cookies.n}'`, cb);
  // ok: sql-injection
  db.run('DELETE FROM t WHERE n = $n', { $n: req.query.n });
  // ruleid: sql-injection
  db.each('SELECT * FROM ' + req.query.table, cb);
  // ruleid: sql-injection
  db.exec('DROP TABLE ' + req.query.table);
  const bdb = new Database('x.db');
  // ruleid: sql-injection
  bdb.prepare('SELECT * FROM t WHERE n = ' + req.query.n).all();
  // ok: sql-injection
  bdb.prepare('SELECT * FROM t WHERE n = ?').all(req.query.n);
  // ruleid: sql-injection
  bdb.exec(`UPDATE t SET a = 1 WHERE b = '${req.query.b}'`);
});

app.get('/d', async (req, res) => {
  const request = new mssql.Request();
  // ruleid: sql-injection
  await request.query("select * from t where a = '" + req.query.a + "'");
  request.input('a', mssql.VarChar, req.query.a);
  // ok: sql-injection
  await request.query('select * from t where a = @a');
  // ok: sql-injection
  await mssql.query`select * from t where a = ${req.query.a}`;
  // ruleid: sql-injection
  await mssql.query('select * from t where a = ' + req.query.a);
  const conn = await mysql2.createConnection({});
  // ruleid: sql-injection
  const [rows] = await conn.query(`SELECT * FROM a WHERE b = '${req.query.b}'`);
  // ok: sql-injection
  const [rows2] = await conn.execute('SELECT * FROM a WHERE b = ?', [req.query.b]);
  res.json([rows, rows2]);
});

class Repo {
  constructor(db) { this.db = db; }
  byName(name) {
    // ruleid: sql-injection
    return this.db.query("SELECT * FROM users WHERE name = '" + name + "'");
  }
  byId(id) {
    // ok: sql-injection
    return this.db.query('SELECT * FROM users WHERE id = $1', [id]);
  }
  all(table) {
    // ok: sql-injection
    return this.db.query('SELECT * FROM ' + table);
  }
}

app.get('/e', async (req, res) => {
  const repo = new Repo(pool);
  await repo.byId(req.query.id);
  await repo.all('users');
  res.json(await repo.byName(req.query.name));
});

function where(field, value) {
  return ' WHERE ' + field + " = '" + value + "'";
}

app.get('/f', (req, res) => {
  // ruleid: sql-injection
  pool.query('SELECT * FROM t' + where('a', req.query.a));
  // ok: sql-injection
  pool.query('SELECT * FROM t' + where('a', 'const'));
  const id = req.query.id;
  if (!/^\d+$/.test(id)) return res.sendStatus(400);
  // ok: sql-injection
  pool.query('SELECT * FROM t WHERE id = ' + id);
  const dir = req.query.dir === 'desc' ? 'DESC' : 'ASC';
  // ok: sql-injection
  pool.query('SELECT * FROM t ORDER BY a ' + dir);
  const ids = req.query.ids.split(',').map(Number);
  // ok: sql-injection
  pool.query('SELECT * FROM t WHERE id IN (' + ids.join(',') + ')');
  const marks = req.query.ids.split(',').map(() => '?').join(',');
  // ok: sql-injection
  pool.query('SELECT * FROM t WHERE id IN (' + marks + ')', req.query.ids.split(','));
});
