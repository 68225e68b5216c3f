const mysql = require("mysql");
const { Sequelize } = require("sequelize");

function openAll(host, settings) {
  // ruleid: misconfiguration
  mysql.createPool({ host, database: "parts", multipleStatements: true });
  // ruleid: misconfiguration
  new Sequelize({ dialect: "mysql", host, dialectOptions: { multipleStatements: true } });
  // ok: misconfiguration
  mysql.createPool({ host, database: "parts", multipleStatements: false });
  // ok: misconfiguration
  mysql.createPool({ host, database: "parts" });
}
