import { SelectQueryBuilder } from "typeorm";

export function find(users: SelectQueryBuilder<object>, name: string, age: number): void {
  // ruleid: typeorm-condition-interpolated
  users.where("user.name = :name", { name });
  // ruleid: typeorm-condition-interpolated
  users.leftJoin("user.team", "team").andWhere("team.title LIKE :name", { name: `%${name}%` });
  // ruleid: typeorm-condition-interpolated
  users.where(`user.name = '${name}%'`);
  // ruleid: typeorm-condition-interpolated
  users.where("user.age >= :age and user.active", { age });
}

export function quiet(users: SelectQueryBuilder<object>, name: string, field: string): void {
  // ok: typeorm-condition-interpolated
  users.where("user.name = :name", { name });
  // ok: typeorm-condition-interpolated
  users.andWhere(`user.${field} = :name`, { name });
}
