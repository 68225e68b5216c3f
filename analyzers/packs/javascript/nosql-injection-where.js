function find(name) {
  // ruleid: nosql-injection-where
  User.find({ $where: "this.name == '" + name + "'" });
  // ruleid: nosql-injection-where
  User.$where(`this.name === '${name}'`);
  // ok: nosql-injection-where
  User.find({ $where: "this.a == this.b" });
  // ok: nosql-injection-where
  User.find({ name: { $eq: name } });
}
