import { Sequelize, QueryTypes, literal, Op } from 'sequelize';
import { DataSource, Repository, EntityManager, Raw } from 'typeorm';
import { PrismaClient, Prisma } from '@prisma/client';
import knexFactory, { Knex } from 'knex';
import { Request, Response, Router } from 'express';
import { Controller, Get, Query, Param, Body, Post, ParseIntPipe } from '@nestjs/common';
import { User } from './user.entity';

const sequelize = new Sequelize('sqlite::memory:');
const prisma = new PrismaClient();
const knex: Knex = knexFactory({ client: 'pg' });
const router = Router();

router.get('/s', async (req: Request, res: Response) => {
  const name = req.query.name as string;
  // ruleid: sql-injection
  await sequelize.query("SELECT * FROM users WHERE name = '" + name + "'");
  // ok: sql-injection
  await sequelize.query('SELECT * FROM users WHERE name = ?', { replacements: [name], type: QueryTypes.SELECT });
  // ok: sql-injection
  await sequelize.query('SELECT * FROM users WHERE name = $1', { bind: [name] });
  // ok: sql-injection
  await sequelize.query(`SELECT * FROM users WHERE name = ${sequelize.escape(name)}`);
  // ok: sql-injection
  await User.findAll({ where: { name } });
  // ruleid: sql-injection
  await User.findAll({ where: literal(`name = '${name}'`) });
  // ruleid: sql-injection
  await User.findAll({ where: sequelize.literal("name = '" + name + "'") });
  // ok: sql-injection
  await User.findAll({ order: [['name', 'ASC']] });
  // ok: sql-injection
  await User.findOne({ where: { name: { [Op.like]: `%${name}%` } } });
  res.end();
});

router.get('/k/:table', async (req: Request, res: Response) => {
  const q = String(req.query.q);
  // ruleid: sql-injection
  await knex.raw(`SELECT * FROM users WHERE name = '${q}'`);
  // ok: sql-injection
  await knex.raw('SELECT * FROM users WHERE name = ?', [q]);
  // ok: sql-injection
  await knex.raw('SELECT * FROM users WHERE name = :q', { q });
  // ruleid: sql-injection
  await knex('users').whereRaw('name = ' + q);
  // ok: sql-injection
  await knex('users').whereRaw('name = ?', [q]);
  // ok: sql-injection
  await knex('users').where({ name: q });
  // ok: sql-injection
  await knex('users').where('name', 'like', `%${q}%`);
  // ruleid: sql-injection
  await knex('users').orderByRaw(q);
  // ruleid: sql-injection
  await knex('users').select(knex.raw('count(' + q + ')'));
  // ruleid: sql-injection
  await knex('users').havingRaw(`count(*) > ${q}`);
  // ok: sql-injection
  await knex('users').havingRaw('count(*) > ?', [q]);
  res.end();
});

router.get('/p', async (req: Request, res: Response) => {
  const email = req.query.email as string;
  // ok: sql-injection
  await prisma.$queryRaw`SELECT * FROM User WHERE email = ${email}`;
  // ruleid: sql-injection
  await prisma.$queryRawUnsafe(`SELECT * FROM User WHERE email = '${email}'`);
  // ok: sql-injection
  await prisma.$queryRawUnsafe('SELECT * FROM User WHERE email = $1', email);
  // ruleid: sql-injection
  await prisma.$executeRawUnsafe('DELETE FROM User WHERE email = ' + email);
  // ok: sql-injection
  await prisma.$executeRaw`DELETE FROM User WHERE email = ${email}`;
  // ok: sql-injection
  await prisma.$queryRaw(Prisma.sql`SELECT * FROM User WHERE email = ${email}`);
  // ruleid: sql-injection
  await prisma.$queryRaw(Prisma.raw(`SELECT * FROM User WHERE email = '${email}'`));
  // ok: sql-injection
  await prisma.user.findMany({ where: { email } });
  res.end();
});

@Controller('users')
export class UsersController {
  constructor(private readonly repo: Repository<User>, private readonly em: EntityManager, private readonly ds: DataSource) {}

  @Get()
  async find(@Query('name') name: string) {
    // ruleid: sql-injection
    await this.repo.query(`SELECT * FROM user WHERE name = '${name}'`);
    // ok: sql-injection
    await this.repo.query('SELECT * FROM user WHERE name = $1', [name]);
    // ruleid: sql-injection
    await this.repo.createQueryBuilder('u').where("u.name = '" + name + "'").getMany();
    // ok: sql-injection
    await this.repo.createQueryBuilder('u').where('u.name = :name', { name }).getMany();
    // ruleid: sql-injection
    await this.repo.createQueryBuilder('u').orderBy(name).getMany();
    // ok: sql-injection
    await this.repo.find({ where: { name } });
    // ruleid: sql-injection
    return this.repo.createQueryBuilder('u').where('1=1').andWhere(`u.x = ${name}`).getMany();
  }

  @Get(':id')
  async one(@Param('id', ParseIntPipe) id: number, @Param('slug') slug: string) {
    // ok: sql-injection
    await this.em.query(`SELECT * FROM user WHERE id = ${id}`);
    // ruleid: sql-injection
    await this.em.query(`SELECT * FROM user WHERE slug = '${slug}'`);
    // ok: sql-injection
    return this.ds.query('SELECT * FROM user WHERE slug = ?', [slug]);
  }

  @Post()
  async create(@Body() dto: { table: string }) {
    // ruleid: sql-injection
    return this.ds.query('SELECT * FROM ' + dto.table);
  }
}
