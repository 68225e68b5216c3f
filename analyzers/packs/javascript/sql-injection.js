const mysql = require("mysql");

const db = mysql.createConnection(settings);

app.get("/users", (req, res) => {
  // ruleid: sql-injection
  db.query("SELECT * FROM users WHERE name = '" + req.query.name + "'", done);
  const { order } = req.query;
  const sql = `SELECT * FROM users ORDER BY ${order}`;
  // ruleid: sql-injection
  db.query(sql, done);
  // ok: sql-injection
  db.query("SELECT * FROM users WHERE name = ?", [req.query.name], done);
  // ok: sql-injection
  db.query("SELECT * FROM users WHERE name = " + mysql.escape(req.query.name), done);
  // ok: sql-injection
  db.query("SELECT * FROM users LIMIT " + Number(req.query.limit), done);
});

app.get("/builder", async ({ query }, res) => {
  // ruleid: sql-injection
  res.json(await users.createQueryBuilder("u").where("u.name = '" + query.name + "'").getMany());
  // ok: sql-injection
  res.json(await users.createQueryBuilder("u").where("u.name = :name", { name: query.name }).getMany());
});

app.get("/keys", (req, res) => {
  // ok: sql-injection
  db.query(`ALTER TABLE ${formatter.wrap(req.query.table)} DROP COLUMN ${quoteIdentifier(req.query.column)}`);
});

io.on("connection", (socket) => {
  socket.on("search", async (text) => {
    // ruleid: sql-injection
    await db.query("SELECT * FROM message WHERE body LIKE '%" + text + "%'");
    // ok: sql-injection
    await db.query("SELECT * FROM message WHERE body LIKE $1", [text]);
  });
});

const resolvers = {
  Query: {
    // ruleid: sql-injection
    users: (_parent, args) => db.query(`SELECT * FROM users WHERE name = '${args.name}'`),
    // ruleid: sql-injection
    orders: (_, { state }) => db.query(`SELECT * FROM orders WHERE state = '${state}'`),
    // ok: sql-injection
    items: (_, { state }) => db.query("SELECT * FROM items WHERE state = $1", [state]),
  },
};

const find = procedure.input(schema).query(async ({ input }) => {
  // ruleid: sql-injection
  return db.query(`SELECT * FROM item WHERE name = '${input.name}'`);
});

export async function save(formData) {
  "use server";
  // ruleid: sql-injection
  await db.query(`UPDATE item SET name = '${formData.get("name")}'`);
}

const page = procedure.input(z.object({ limit: z.number().int(), name: z.string() })).query(({ input }) => {
  // ok: sql-injection
  db.query(`SELECT * FROM item LIMIT ${input.limit}`);
  // ruleid: sql-injection
  return db.query(`SELECT * FROM item WHERE name = '${input.name}'`);
});

function events(socket) {
  // ruleid: sql-injection
  socket.on("find", (name) => db.query("SELECT * FROM item WHERE name = '" + name + "'"));
}

app.get("/invoices", async (req, res) => {
  const request = new mssql.Request();
  // ruleid: sql-injection
  res.json(await request.query(`select * from invoices where number = '${req.query.number}'`));
  const other = pool.request();
  // ruleid: sql-injection
  await other.batch("select * from invoices where number = '" + req.query.number + "'");
  request.input("number", req.query.number);
  // ok: sql-injection
  await request.query("select * from invoices where number = @number");
  // ruleid: sql-injection
  await db.query(pgFormat("SELECT * FROM users ORDER BY %s", req.query.order));
  // ok: sql-injection
  await db.query(pgFormat("SELECT * FROM users WHERE name = %L", req.query.name));
});

app.get("/services", async (req, res) => {
  // ruleid: sql-injection
  await dynamo.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM t WHERE id = '${req.query.id}'` }));
  // ok: sql-injection
  await dynamo.send(new ExecuteStatementCommand({ Statement: "SELECT * FROM t WHERE id = ?", Parameters: [{ S: req.query.id }] }));
  // ruleid: sql-injection
  await bigquery.query({ query: `SELECT * FROM t WHERE id = '${req.query.id}'` });
  // ok: sql-injection
  await apollo.query({ query: USERS, variables: { id: req.query.id } });
  // ruleid: sql-injection
  await session.run(`MATCH (p:Person {name: '${req.query.name}'}) RETURN p`);
  // ruleid: sql-injection
  await session.executeRead((tx) => tx.run("MATCH (p) WHERE p.name = '" + req.query.name + "' RETURN p"));
  // ok: sql-injection
  await session.run("MATCH (p:Person {name: $name}) RETURN p", { name: req.query.name });
  const column = _.includes(["id", "name"], req.query.column) ? req.query.column : "id";
  // ok: sql-injection
  await db.query(`SELECT * FROM t ORDER BY ${column}`);
});

export default defineEventHandler(async (event) => {
  const { q } = getQuery(event);
  // ruleid: sql-injection
  return db.query(`SELECT * FROM t WHERE name = '${q}'`);
});

export const load = async ({ params }) => {
  // ruleid: sql-injection
  return db.query(`SELECT * FROM t WHERE id = '${params.id}'`);
};

export async function PUT(request, { params }) {
  // ruleid: sql-injection
  return db.query(`SELECT * FROM t WHERE id = '${params.id}'`);
}

export async function GET({ url }) {
  // ruleid: sql-injection
  return db.query(`SELECT * FROM t WHERE id = '${url.searchParams.get("id")}'`);
}

module.exports = {
  find: async function (req, res) {
    // ruleid: sql-injection
    return sails.sendNativeQuery("SELECT * FROM pet WHERE name = '" + req.param("name") + "'");
  },
};

new Elysia().get("/users", ({ query }) => {
  // ruleid: sql-injection
  return db.query(`SELECT * FROM users WHERE name = '${query.name}'`);
});

const tedious = require("tedious");

app.get("/tedious", (req, res) => {
  // ruleid: sql-injection
  connection.execSql(new tedious.Request("SELECT * FROM users WHERE id = '" + req.query.id + "'", () => res.end()));
  // ok: sql-injection
  connection.execSql(new tedious.Request("SELECT * FROM users WHERE id = @id", () => res.end()));
});

app.get("/libraries", async (req, res) => {
  // ruleid: sql-injection
  await client.executeMultiple('DELETE FROM users WHERE name = "' + req.query.name + '"');
  // ruleid: sql-injection
  connection.queryStream(`SELECT * FROM users WHERE name = '${req.query.name}'`);
  // ruleid: sql-injection
  await database.run({ sql: `SELECT * FROM Users WHERE Name = '${req.query.name}'` });
  // ruleid: sql-injection
  await clickhouse.command({ query: "DROP TABLE " + req.query.table });
  // ok: sql-injection
  await database.run({ sql: "SELECT * FROM Users WHERE Name = @name", params: { name: req.query.name } });
  // ok: sql-injection
  connection.execute({ sqlText: "select * from t where id = ?", binds: [req.query.id] });
  // ok: sql-injection
  await pool.query(slonik.unsafe`SELECT * FROM users WHERE name = ${req.query.name}`);
  // ok: sql-injection
  await db.query(aql`FOR u IN users FILTER u.name == ${req.query.name} RETURN u`);
});

class Builder {
  parts = [];
  add(part) {
    this.parts.push(part);
    return this;
  }
  toString() {
    return this.parts.join(" ");
  }
}

app.get("/built", (req, res) => {
  const builder = new Builder().add("SELECT * FROM notes WHERE title =").add(req.query.title);
  // ruleid: sql-injection
  db.get(builder.toString(), (error, row) => res.json(row));
  // What is harmless in a page is not so in a statement.
  // ruleid: sql-injection
  db.query("SELECT * FROM notes WHERE id = " + escapeHtml(req.query.id));
});

app.get("/warehouses", async (req, res) => {
  const memory = new SQL.Database();
  // ruleid: sql-injection
  memory.exec("SELECT * FROM notes WHERE tag = '" + req.query.tag + "'");
  // ok: sql-injection
  memory.exec("SELECT * FROM notes WHERE tag = ?", [req.query.tag]);
  const items = hana.createConnection();
  // ruleid: sql-injection
  items.exec(`SELECT * FROM ITEMS WHERE ID = ${req.query.id}`, done);
  // ruleid: sql-injection
  connection.querySync(`select * from employee where dept = '${req.query.dept}'`);
  // ok: sql-injection
  connection.querySync("select * from employee where dept = ?", [req.query.dept]);
  const file = await open({ filename: "a.db", driver: sqlite3.Database });
  // ruleid: sql-injection
  await file.all(`SELECT * FROM a WHERE b = ${req.query.b}`);
  // ruleid: sql-injection
  await timestream.send(new QueryCommand({ QueryString: `SELECT * FROM m WHERE host = '${req.query.host}'` }));
  // ok: sql-injection
  client.query(new QueryStream("SELECT * FROM big WHERE kind = $1", [req.query.kind]));
  // ruleid: sql-injection
  client.query(new QueryStream(`SELECT * FROM big WHERE kind = '${req.query.kind}'`));
});

const poolQuery = util.promisify(pool.query).bind(pool);
app.get("/promised", async (req, res) => {
  // ruleid: sql-injection
  const rows = await poolQuery("SELECT * FROM users WHERE id IN (" + req.query.ids + ")");
  // ok: sql-injection
  await poolQuery("SELECT * FROM users WHERE id IN (?)", [req.query.ids]);
  const names = await query("SELECT name FROM tables WHERE owner = ?", [req.query.owner]);
  // ok: sql-injection
  await poolQuery("SELECT * FROM " + names[0].name);
  const found = await findUserByMail(req.query.mail);
  // ok: sql-injection
  await poolQuery("SELECT * FROM orders WHERE user_id = " + found.id);
  const path = await findPath(req.query.mail);
  // ruleid: sql-injection
  await poolQuery("SELECT * FROM orders WHERE path = '" + path + "'");
});

const readFile = util.promisify(fs.readFile).bind(fs);
app.get("/read", async (req, res) => {
  // ok: sql-injection
  await readFile("SELECT " + req.query.name);
});

app.get("/webfinger", async (req, res) => {
  // ok: sql-injection
  res.json(await activitypub.helpers.query(req.query.id));
});

app.get("/joined", async (req, res) => {
  // ruleid: sql-injection
  await users.createQueryBuilder("u").leftJoin("u.photos", "p", "p.kind = '" + req.query.kind + "'").getMany();
  // ruleid: sql-injection
  await users.createQueryBuilder("u").select(req.query.columns).getMany();
  // ruleid: sql-injection
  await Item.findAll({ attributes: [[sequelize.fn(req.query.fold, sequelize.col("price")), "price"]] });
  // ok: sql-injection
  await users.createQueryBuilder("u").leftJoin("u.photos", "p", "p.kind = :kind", { kind: req.query.kind }).getMany();
  // ok: sql-injection
  await Item.findAll({ attributes: [[sequelize.fn("MAX", sequelize.col("price")), "price"]], where: { kind: req.query.kind } });
});

const pgp = require("pg-promise")();
const store = pgp(settings);

app.get("/several", async (req, res) => {
  // ruleid: sql-injection
  await store.multi("SELECT * FROM item; SELECT * FROM kind WHERE id = " + req.query.id);
  // ruleid: sql-injection
  await db.multiResult("SELECT * FROM item WHERE id = " + req.query.id);
  // ruleid: sql-injection
  await store.tx(async (t) => t.map("SELECT * FROM item WHERE id = " + req.query.id, [], (row) => row.id));
  // ruleid: sql-injection
  await store.any(new pgp.ParameterizedQuery({ text: "SELECT * FROM item WHERE id = " + req.query.id }));
  // ok: sql-injection
  await store.multi("SELECT * FROM item; SELECT * FROM kind WHERE id = $1", [req.query.id]);
  // ok: sql-injection
  await store.tx(async (t) => t.map("SELECT * FROM item WHERE id = $1", [req.query.id], (row) => row.id));
});
