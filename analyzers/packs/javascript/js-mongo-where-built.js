function find(name) {
  // ruleid: js-mongo-where-built
  User.find({ $where: "this.name == '" + name + "'" });
  // ruleid: js-mongo-where-built
  User.$where(`this.name === '${name}'`);
  // ok: js-mongo-where-built
  User.find({ $where: "this.a == this.b" });
  // ok: js-mongo-where-built
  User.find({ name: { $eq: name } });
}
