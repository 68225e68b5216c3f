import { Router } from 'express';
import db from '../db.js';
import { getConnection } from './pool';

const router = Router();

export async function listProducts(req, res) {
  const { category, sort = 'name' } = req.query;
  const conn = await getConnection();
  // ruleid: sql-injection
  const rows = await conn.query(
    `SELECT * FROM products
     WHERE category = '${category}'
     ORDER BY ${sort}`
  );
  res.json(rows);
}

router.get('/', async ({ query }, res) => {
  // ruleid: sql-injection
  const rows = await db.query('SELECT * FROM p WHERE n = "' + query.n + '"');
  res.json(rows);
});

router.post('/x', (req, res, next) => {
  const clauses = [];
  if (req.body.a) clauses.push(`a = '${req.body.a}'`);
  const sql = 'SELECT * FROM t WHERE ' + clauses.join(' AND ');
  // ruleid: sql-injection
  db.query(sql).then((r) => res.json(r)).catch(next);
});

module.exports.find = function (req, res) {
  const id = req.params.id;
  // ruleid: sql-injection
  db.one('SELECT * FROM users WHERE id = ' + id).then((u) => res.json(u));
};

async function search(term) {
  const query = "SELECT * FROM books WHERE title LIKE '%" + term + "%'";
  // ruleid: sql-injection
  return db.all(query);
}

class Repo {
  async byEmail(email) {
    // ruleid: sql-injection
    const result = await this.pool.query("SELECT * FROM users WHERE email = '" + email + "'");
    return result.rows[0];
  }
  async byId(id) {
    const n = Number.parseInt(id, 10);
    if (Number.isNaN(n)) throw new Error('bad id');
    // ok: sql-injection
    return this.pool.query('SELECT * FROM users WHERE id = ' + n);
  }
  async sorted(order) {
    const dir = order === 'desc' ? 'DESC' : 'ASC';
    // ok: sql-injection
    return this.pool.query('SELECT * FROM users ORDER BY id ' + dir);
  }
}

const resolvers = {
  Query: {
    user: (_, args) => {
      // ruleid: sql-injection
      return db.query(`SELECT * FROM users WHERE id = ${args.id}`);
    },
    // ok: sql-injection
    users: () => db.query('SELECT * FROM users'),
  },
};

io.on('connection', (socket) => {
  socket.on('find', (data) => {
    // ruleid: sql-injection
    db.query("SELECT * FROM t WHERE a = '" + data.a + "'");
  });
});

app.get('/v', (req, res) => {
  const schema = Joi.object({ id: Joi.number().required() });
  const { value } = schema.validate(req.query);
  const allowedSort = new Map([['n', 'name'], ['d', 'date']]);
  const col = allowedSort.get(req.query.sort) ?? 'id';
  // ok: sql-injection
  db.query(`SELECT * FROM t ORDER BY ${col}`);
  // ok: sql-injection
  db.query('SELECT * FROM t WHERE a = ? AND b = ?', [req.query.a, req.query.b]);
  // ok: sql-injection
  db.query({ text: 'SELECT $1::text', values: [req.query.name] });
  res.json(value);
});
