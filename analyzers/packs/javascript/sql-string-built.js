async function find(db, name, limit) {
  const sql = `SELECT id FROM users WHERE name = '${name}'`;
  // ruleid: sql-string-built
  await db.query(sql);
  // ruleid: sql-string-built
  await db.query(`SELECT * FROM users WHERE name = '${name}'`);
  // ruleid: sql-string-built
  await db.execute("DELETE FROM users WHERE name = '" + name + "'");
  // ruleid: sql-string-built
  return db.raw(`
    select id from users
    limit ${limit}
  `);
}

async function quiet(db, name, table, sql) {
  const text = "SELECT id FROM users WHERE name = $1";
  // ok: sql-string-built
  await db.query(text, [name]);
  // ok: sql-string-built
  await db.query("SELECT * FROM users WHERE name = $1", [name]);
  // ok: sql-string-built
  await db.query(`SELECT * FROM ${table} WHERE name = ?`, [name]);
  // ok: sql-string-built
  await db.query(sql`SELECT * FROM users WHERE name = ${name}`);
  // ok: sql-string-built
  return db.query(`run the job = ${name}`);
}
