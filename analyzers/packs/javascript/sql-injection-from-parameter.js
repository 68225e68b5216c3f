function find(db, name, id) {
  // ruleid: sql-injection-from-parameter
  db.query(`SELECT * FROM users WHERE name = '${name}'`);
  const sql = "SELECT * FROM users WHERE id = " + id;
  // ruleid: sql-injection-from-parameter
  db.query(sql);
  // ok: sql-injection-from-parameter
  db.query("SELECT * FROM users WHERE name = ?", [name]);
}

function run(db, sql) {
  // ok: sql-injection-from-parameter
  return db.query(sql);
}

// ruleid: sql-injection-from-parameter
connection.query("SELECT * FROM users WHERE name = '" + nobodyKnows + "'");
// ok: sql-injection-from-parameter
connection.query("SELECT * FROM users WHERE name = ?", [nobodyKnows]);

function author(db, id) {
  // ok: sql-injection-from-parameter
  return db.get(`author:${id}`);
}

function row(db, id) {
  // ruleid: sql-injection-from-parameter
  return db.get(`SELECT * FROM authors WHERE id = '${id}'`);
}

function change(statement, runner, rule) {
  // ok: sql-injection-from-parameter
  runner.query(`${statement};`);
  // ok: sql-injection-from-parameter
  runner.query(`ALTER TABLE orders ADD CONSTRAINT customer ON UPDATE ${rule}`);
  // ruleid: sql-injection-from-parameter
  runner.query(`UPDATE orders SET state = '${rule}'`);
}

function write(transaction, name, data) {
  const batch = [{ type: "put", key: name, value: data }];
  // ok: sql-injection-from-parameter
  transaction.batch(batch);
  // ok: sql-injection-from-parameter
  transaction.batch([{ type: "put", key: name, value: data }]);
}

function load(builder, column, alias, row) {
  // ok: sql-injection-from-parameter
  builder.where(`orders.${column.propertyPath} IN (:...${column.propertyName})`);
  // ruleid: sql-injection-from-parameter
  builder.where(`orders.name = '${row.customer}'`);
}

class Users {
  constructor(client) {
    this.client = client;
  }

  find(nickname) {
    // ruleid: sql-injection-from-parameter
    return this.client.query(`SELECT * FROM users WHERE nickname = '${nickname}'`);
  }

  ask(nickname) {
    // ok: sql-injection-from-parameter
    return this.client.query(`{ user(nickname: "${nickname}") { id } }`);
  }
}

function count(knex, filter) {
  const query = applyFilter(knex.queryBuilder(), filter);
  // ok: sql-injection-from-parameter
  return knex.raw("(" + query.toQuery() + ")");
}

function whois(irc, nickname) {
  // ok: sql-injection-from-parameter
  irc.raw(`WHOIS ${nickname}`);
}

function conditions(qb, key, owner, value) {
  // ok: sql-injection-from-parameter
  qb.orWhere(`FIND_IN_SET(:${key}, si.ids)`, { [key]: value });
  // ok: sql-injection-from-parameter
  qb.where(`facet.id IN (:...${key})`);
  // ok: sql-injection-from-parameter
  qb.where(`${owner}.language = :language`, { language: value });
  // ruleid: sql-injection-from-parameter
  qb.where(`${owner}.language = '${value}'`);
  // ruleid: sql-injection-from-parameter
  qb.where(`name LIKE '${value}.%'`);
}

async function create(client, owner, duration) {
  // ok: sql-injection-from-parameter
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${owner}`);
  const seconds = duration.as("seconds");
  // ok: sql-injection-from-parameter
  return client.raw(`now() + interval '${seconds} seconds'`);
}

class Metrics {
  async clear(hoursAgo, timeoutMs, appName, validatedOrder) {
    // ok: sql-injection-from-parameter
    await this.db.raw(`DELETE FROM metrics WHERE timestamp <= NOW() - INTERVAL '${hoursAgo} hours'`);
    // ok: sql-injection-from-parameter
    await this.connection.query(`SET LOCAL statement_timeout = ${timeoutMs} + 1`);
    // ok: sql-injection-from-parameter
    await this.connection.query(`SELECT * FROM metrics ORDER BY seen_at ${validatedOrder}`);
  }

  async find(columns, application, daytime) {
    // ruleid: sql-injection-from-parameter
    await this.connection.query(`SELECT * FROM metrics WHERE app = '${application}'`);
    // ruleid: sql-injection-from-parameter
    await this.connection.query(`SELECT * FROM metrics WHERE at = '${daytime}'`);
  }
}
