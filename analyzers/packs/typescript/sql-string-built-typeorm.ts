import { SelectQueryBuilder } from "typeorm";

export function find(users: SelectQueryBuilder<object>, name: string, age: number): void {
  // ruleid: sql-string-built-typeorm
  users.where(`user.name = '${name}'`);
  // ruleid: sql-string-built-typeorm
  users.leftJoin("user.team", "team").andWhere(`team.title LIKE '%${name}%'`);
  // ruleid: sql-string-built-typeorm
  users.where(`user.name = '${name}%'`);
  // ruleid: sql-string-built-typeorm
  users.where(`user.age >= ${age} and user.active`);
}

export function quiet(users: SelectQueryBuilder<object>, name: string, field: string): void {
  // ok: sql-string-built-typeorm
  users.where("user.name = :name", { name });
  // ok: sql-string-built-typeorm
  users.andWhere(`user.${field} = :name`, { name });
}
