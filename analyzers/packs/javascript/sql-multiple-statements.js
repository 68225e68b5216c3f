const mysql = require("mysql2");
const knex = require("knex");

function connect(host) {
  // ruleid: sql-multiple-statements
  mysql.createConnection({ host, multipleStatements: true });
  // ruleid: sql-multiple-statements
  knex({ client: "mysql", connection: { host, multipleStatements: true } });
  // ok: sql-multiple-statements
  mysql.createPool({ host, multipleStatements: false });
  // ok: sql-multiple-statements
  mysql.createPool({ host });
}
