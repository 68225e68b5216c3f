const mysql = require("mysql2");
const knex = require("knex");

function connect(host) {
  // ruleid: sql-several-statements
  mysql.createConnection({ host, multipleStatements: true });
  // ruleid: sql-several-statements
  knex({ client: "mysql", connection: { host, multipleStatements: true } });
  // ok: sql-several-statements
  mysql.createPool({ host, multipleStatements: false });
  // ok: sql-several-statements
  mysql.createPool({ host });
}
