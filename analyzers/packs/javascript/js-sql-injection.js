const mysql = require("mysql");

const db = mysql.createConnection(settings);

app.get("/users", (req, res) => {
  // ruleid: js-sql-injection
  db.query("SELECT * FROM users WHERE name = '" + req.query.name + "'", done);
  const { order } = req.query;
  const sql = `SELECT * FROM users ORDER BY ${order}`;
  // ruleid: js-sql-injection
  db.query(sql, done);
  // ok: js-sql-injection
  db.query("SELECT * FROM users WHERE name = ?", [req.query.name], done);
  // ok: js-sql-injection
  db.query("SELECT * FROM users WHERE name = " + mysql.escape(req.query.name), done);
  // ok: js-sql-injection
  db.query("SELECT * FROM users LIMIT " + Number(req.query.limit), done);
});

app.get("/builder", async ({ query }, res) => {
  // ruleid: js-sql-injection
  res.json(await users.createQueryBuilder("u").where("u.name = '" + query.name + "'").getMany());
  // ok: js-sql-injection
  res.json(await users.createQueryBuilder("u").where("u.name = :name", { name: query.name }).getMany());
});

app.get("/keys", (req, res) => {
  // ok: js-sql-injection
  db.query(`ALTER TABLE ${formatter.wrap(req.query.table)} DROP COLUMN ${quoteIdentifier(req.query.column)}`);
});
