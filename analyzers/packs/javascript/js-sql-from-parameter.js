function find(db, name, id) {
  // ruleid: js-sql-from-parameter
  db.query(`SELECT * FROM users WHERE name = '${name}'`);
  const sql = "SELECT * FROM users WHERE id = " + id;
  // ruleid: js-sql-from-parameter
  db.query(sql);
  // ok: js-sql-from-parameter
  db.query("SELECT * FROM users WHERE name = ?", [name]);
}

function run(db, sql) {
  // ok: js-sql-from-parameter
  return db.query(sql);
}

// ruleid: js-sql-from-parameter
connection.query("SELECT * FROM users WHERE name = '" + nobodyKnows + "'");
// ok: js-sql-from-parameter
connection.query("SELECT * FROM users WHERE name = ?", [nobodyKnows]);

function author(db, id) {
  // ok: js-sql-from-parameter
  return db.get(`author:${id}`);
}

function row(db, id) {
  // ruleid: js-sql-from-parameter
  return db.get(`SELECT * FROM authors WHERE id = '${id}'`);
}

function change(statement, runner, rule) {
  // ok: js-sql-from-parameter
  runner.query(`${statement};`);
  // ok: js-sql-from-parameter
  runner.query(`ALTER TABLE orders ADD CONSTRAINT customer ON UPDATE ${rule}`);
  // ruleid: js-sql-from-parameter
  runner.query(`UPDATE orders SET state = '${rule}'`);
}

function write(transaction, name, data) {
  const batch = [{ type: "put", key: name, value: data }];
  // ok: js-sql-from-parameter
  transaction.batch(batch);
  // ok: js-sql-from-parameter
  transaction.batch([{ type: "put", key: name, value: data }]);
}

function load(builder, column, alias, row) {
  // ok: js-sql-from-parameter
  builder.where(`orders.${column.propertyPath} IN (:...${column.propertyName})`);
  // ruleid: js-sql-from-parameter
  builder.where(`orders.name = '${row.customer}'`);
}

class Users {
  constructor(client) {
    this.client = client;
  }

  find(nickname) {
    // ruleid: js-sql-from-parameter
    return this.client.query(`SELECT * FROM users WHERE nickname = '${nickname}'`);
  }

  ask(nickname) {
    // ok: js-sql-from-parameter
    return this.client.query(`{ user(nickname: "${nickname}") { id } }`);
  }
}

function count(knex, filter) {
  const query = applyFilter(knex.queryBuilder(), filter);
  // ok: js-sql-from-parameter
  return knex.raw("(" + query.toQuery() + ")");
}

function whois(irc, nickname) {
  // ok: js-sql-from-parameter
  irc.raw(`WHOIS ${nickname}`);
}

function conditions(qb, key, owner, value) {
  // ok: js-sql-from-parameter
  qb.orWhere(`FIND_IN_SET(:${key}, si.ids)`, { [key]: value });
  // ok: js-sql-from-parameter
  qb.where(`facet.id IN (:...${key})`);
  // ok: js-sql-from-parameter
  qb.where(`${owner}.language = :language`, { language: value });
  // ruleid: js-sql-from-parameter
  qb.where(`${owner}.language = '${value}'`);
  // ruleid: js-sql-from-parameter
  qb.where(`name LIKE '${value}.%'`);
}

async function create(client, owner, duration) {
  // ok: js-sql-from-parameter
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${owner}`);
  const seconds = duration.as("seconds");
  // ok: js-sql-from-parameter
  return client.raw(`now() + interval '${seconds} seconds'`);
}

class Metrics {
  async clear(hoursAgo, timeoutMs, appName, validatedOrder) {
    // ok: js-sql-from-parameter
    await this.db.raw(`DELETE FROM metrics WHERE timestamp <= NOW() - INTERVAL '${hoursAgo} hours'`);
    // ok: js-sql-from-parameter
    await this.connection.query(`SET LOCAL statement_timeout = ${timeoutMs} + 1`);
    // ok: js-sql-from-parameter
    await this.connection.query(`SELECT * FROM metrics ORDER BY seen_at ${validatedOrder}`);
  }

  async find(columns, application, daytime) {
    // ruleid: js-sql-from-parameter
    await this.connection.query(`SELECT * FROM metrics WHERE app = '${application}'`);
    // ruleid: js-sql-from-parameter
    await this.connection.query(`SELECT * FROM metrics WHERE at = '${daytime}'`);
  }
}
