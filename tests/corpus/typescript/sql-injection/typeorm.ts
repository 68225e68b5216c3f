import { Controller, Get, Param, Query, Body, Post, Injectable } from "@nestjs/common";
import { InjectRepository } from "@nestjs/typeorm";
import { DataSource, EntityManager, Repository, getManager } from "typeorm";
import { PrismaClient, Prisma } from "@prisma/client";
import { User } from "./user.entity";

const prisma = new PrismaClient();

@Injectable()
export class UserService {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly dataSource: DataSource,
  ) {}

  async byName(name: string): Promise<User[]> {
    // ruleid: sql-injection
    return this.users.query(`SELECT * FROM users WHERE name = '${name}'`);
  }

  async search(term: string) {
    // ruleid: sql-injection
    return this.users
      .createQueryBuilder("user")
      .where(`user.name = '${term}'`)
      .getMany();
  }

  async remove(id: string) {
    // ruleid: sql-injection
    await this.dataSource.query("DELETE FROM users WHERE id = " + id);
  }

  async manager(manager: EntityManager, order: string) {
    // ruleid: sql-injection
    return manager.query("SELECT * FROM users ORDER BY " + order);
  }

  async safe(name: string) {
    // ok: sql-injection
    return this.users.query("SELECT * FROM users WHERE name = $1", [name]);
  }

  async safeBuilder(name: string) {
    // ok: sql-injection
    return this.users.createQueryBuilder("user").where("user.name = :name", { name }).getMany();
  }

  async safeFind(name: string) {
    // ok: sql-injection
    return this.users.find({ where: { name } });
  }

  async byNumber(id: number) {
    // ok: sql-injection
    return this.users.query(`SELECT * FROM users WHERE id = ${id}`);
  }
}

@Controller("users")
export class UserController {
  @Get(":name")
  async one(@Param("name") name: string) {
    // ruleid: sql-injection
    return getManager().query(`SELECT * FROM users WHERE name = '${name}'`);
  }

  @Get()
  async list(@Query("order") order: string) {
    // ruleid: sql-injection
    return prisma.$queryRawUnsafe(`SELECT * FROM users ORDER BY ${order}`);
  }

  @Post()
  async update(@Body() body: { name: string }) {
    // ruleid: sql-injection
    await prisma.$executeRawUnsafe("UPDATE users SET name = '" + body.name + "'");
    // ruleid: sql-injection
    await prisma.$queryRaw(Prisma.raw(`SELECT * FROM users WHERE name = '${body.name}'`));
    // ok: sql-injection
    await prisma.$queryRaw`SELECT * FROM users WHERE name = ${body.name}`;
    // ok: sql-injection
    await prisma.$executeRaw`UPDATE users SET name = ${body.name}`;
    // ok: sql-injection
    await prisma.$queryRawUnsafe("SELECT * FROM users WHERE name = $1", body.name);
    // ok: sql-injection
    return prisma.user.findMany({ where: { name: body.name } });
  }
}
