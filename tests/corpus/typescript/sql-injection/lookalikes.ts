import { Request, Response } from "express";
import { Pool } from "pg";
import knex from "../knex";
import { sequelize } from "../db";
import { QueryTypes, Op } from "sequelize";

const pool = new Pool();

export const getUser = async (req: Request, res: Response): Promise<void> => {
  const id: string = req.params.id;
  // ruleid: sql-injection
  const { rows } = await pool.query(`SELECT * FROM users WHERE id = '${id}'`);
  res.json(rows);
};

export class OrdersController {
  async list(req: Request, res: Response) {
    const status = (req.query.status as string) || "open";
    // ruleid: sql-injection
    const rows = await sequelize.query("SELECT * FROM orders WHERE status = '" + status + "'", { type: QueryTypes.SELECT });
    // ok: sql-injection
    const safe = await sequelize.query("SELECT * FROM orders WHERE status = ?", { replacements: [status], type: QueryTypes.SELECT });
    res.json([rows, safe]);
  }

  async search(req: Request, res: Response) {
    const { q, limit } = req.query as { q: string; limit: string };
    const take = Math.min(parseInt(limit, 10) || 10, 100);
    // ok: sql-injection
    const a = await knex.raw("SELECT * FROM items WHERE name LIKE ? LIMIT " + take, [`%${q}%`]);
    // ok: sql-injection
    const b = await Item.findAll({ where: { name: { [Op.like]: `%${q}%` } } });
    // ruleid: sql-injection
    const c = await knex("items").where(knex.raw(`name = '${q}'`));
    res.json([a, b, c]);
  }
}

enum SortField {
  Name = "name",
  Date = "created_at",
}

export async function sorted(field: SortField) {
  // ok: sql-injection
  return pool.query("SELECT * FROM users ORDER BY " + SortField.Name);
}

export function byUuid(req: Request) {
  const id = req.params.id;
  if (!isUuid(id)) {
    throw new Error("bad");
  }
  // ok: sql-injection
  return pool.query(`SELECT * FROM users WHERE id = '${id}'`);
}
function isUuid(value: string): boolean {
  return /^[0-9a-f-]{36}$/.test(value);
}

export function build(filters: Record<string, string>) {
  const keys = Object.keys(filters);
  const where = keys.map((_, i) => `col${i} = $${i + 1}`).join(" AND ");
  // ok: sql-injection
  return pool.query(`SELECT * FROM t WHERE ${where}`, Object.values(filters));
}
