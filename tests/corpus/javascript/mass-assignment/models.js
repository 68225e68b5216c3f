const express = require("express");
const _ = require("lodash");

const app = express();

app.post("/users", async (req, res) => {
  // ruleid: mass-assignment
  const a = await User.create(req.body);
  // ruleid: mass-assignment
  const b = new User(req.body);
  // ruleid: mass-assignment
  await User.update(req.body, { where: { id: req.params.id } });
  // ruleid: mass-assignment
  Object.assign(user, req.body);
  // ruleid: mass-assignment
  await User.findByIdAndUpdate(req.params.id, req.body);
  // ruleid: mass-assignment
  const c = await User.create({ ...req.body });
  // ruleid: mass-assignment
  user.set(req.body);
  // ok: mass-assignment
  const d = await User.create({ name: req.body.name, email: req.body.email });
  // ok: mass-assignment
  const e = await User.create(_.pick(req.body, ["name", "email"]));
  // ok: mass-assignment
  Object.assign(user, { name: req.body.name });
  const { name, email } = req.body;
  // ok: mass-assignment
  const f = new User({ name, email });
  // ok: mass-assignment
  await User.update(req.body, { where: { id: 1 }, fields: ["name"] });
  res.json([a, b, c, d, e, f]);
});
