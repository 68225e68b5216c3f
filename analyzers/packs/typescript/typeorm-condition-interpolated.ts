import { SelectQueryBuilder } from "typeorm";

export function find(users: SelectQueryBuilder<object>, name: string): void {
  // ruleid: typeorm-condition-interpolated
  users.where(`user.name = '${name}'`);
  // ruleid: typeorm-condition-interpolated
  users.leftJoin("user.team", "team").andWhere(`team.title LIKE '%${name}%'`);
}

export function quiet(users: SelectQueryBuilder<object>, name: string, field: string): void {
  // ok: typeorm-condition-interpolated
  users.where("user.name = :name", { name });
  // ok: typeorm-condition-interpolated
  users.andWhere(`user.${field} = :name`, { name });
}
