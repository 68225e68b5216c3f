const { MongoClient, ObjectId } = require("mongodb");
const mongoose = require("mongoose");
const sanitize = require("mongo-sanitize");
const express = require("express");

const app = express();
const User = mongoose.model("User", new mongoose.Schema({ name: String }));

app.post("/login", async (req, res) => {
  // ruleid: nosql-injection
  const a = await User.findOne({ name: req.body.name, password: req.body.password });
  // ruleid: nosql-injection
  const b = await User.find(req.body);
  // ruleid: nosql-injection
  const c = await db.collection("users").findOne({ name: req.query.name });
  // ruleid: nosql-injection
  const d = await User.find({ $where: "this.name == '" + req.body.name + "'" });
  // ruleid: nosql-injection
  const e = await User.updateOne({ name: req.body.name }, { $set: { seen: true } });
  // ruleid: nosql-injection
  const f = await User.deleteMany(req.query);
  // ruleid: nosql-injection
  const g = await User.aggregate([{ $match: { name: req.body.name } }]);
  // ruleid: nosql-injection
  const h = await User.$where(`this.name === '${req.query.name}'`);
  const filter = { email: req.body.email };
  // ruleid: nosql-injection
  const i = await User.findOneAndUpdate(filter, { seen: true });
  // ruleid: nosql-injection
  const j = await db.collection("users").find(JSON.parse(req.query.filter)).toArray();
  // ruleid: nosql-injection
  const k = await User.countDocuments({ role: req.query.role });
  res.json([a, b, c, d, e, f, g, h, i, j, k]);
});

app.post("/safe", async (req, res) => {
  // ok: nosql-injection
  const a = await User.findOne({ name: String(req.body.name) });
  // ok: nosql-injection
  const b = await User.findById(req.params.id);
  // ok: nosql-injection
  const c = await User.findOne({ name: { $eq: req.body.name } });
  // ok: nosql-injection
  const d = await User.findOne({ name: sanitize(req.body.name) });
  // ok: nosql-injection
  const e = await User.findOne({ name: req.body.name.toString() });
  // ok: nosql-injection
  const f = await db.collection("users").findOne({ _id: new ObjectId(req.params.id) });
  // ok: nosql-injection
  const g = await User.find({ active: true });
  // ok: nosql-injection
  const h = req.body.items.find((item) => item.id === req.body.id);
  // ok: nosql-injection
  const i = await User.find({ $where: "this.a == this.b" });
  res.json([a, b, c, d, e, f, g, h, i]);
});

app.post("/safe/typed", async (req, res) => {
  const name = req.body.name;
  if (typeof name !== "string") {
    return res.sendStatus(400);
  }
  // ok: nosql-injection
  res.json(await User.findOne({ name }));
});
