const User = mongoose.model("User", schema);

app.post("/login", async (req, res) => {
  // ruleid: nosql-injection
  const first = await User.findOne({ name: req.body.name });
  // ruleid: nosql-injection
  const second = await db.collection("users").find(req.query).toArray();
  // ok: nosql-injection
  const third = await User.findOne({ name: String(req.body.name) });
  // ok: nosql-injection
  const fourth = await User.findOne({ name: { $eq: req.body.name } });
  // ok: nosql-injection
  const fifth = await User.findById(req.params.id);
  res.json([first, second, third, fourth, fifth]);
});

app.post("/checked", async (req, res) => {
  const body = Login.parse(req.body);
  // ok: nosql-injection
  res.json(await User.findOne({ name: body.name }));
});

app.delete("/users", async (req, res) => {
  // ok: nosql-injection
  await userService.deleteMany(req.body);
  // ruleid: nosql-injection
  await User.deleteMany(req.body);
  res.end();
});

app.post("/notes", async (req, res) => {
  // ruleid: nosql-injection
  const own = await this.notes.find({ owner: req.body.owner.name });
  // ok: nosql-injection
  const one = list.find((each) => each.id === req.body.id);
  res.json([own, one]);
});

app.post("/chained", async (req, res) => {
  // ruleid: nosql-injection
  await User.findOne().or([{ email: req.body.email }, { name: req.body.email }]);
});

app.post("/laundered", async (req, res) => {
  // ok: nosql-injection
  await tokens.findOne({ _id: self.apos.launder.string(req.body.token) });
});

app.get("/others", async (req, res) => {
  // ok: nosql-injection
  await Book.where({ title: req.query.title }).fetchAll();
  // ok: nosql-injection
  await org.sobject("Account").find({ Name: req.query.name });
});

app.post("/sequelize", async (req, res) => {
  // ok: nosql-injection
  await User.update({ name: req.body.name }, { where: { id: req.user.id } });
  // ruleid: nosql-injection
  await User.update({ name: req.body.name }, { role: "admin" });
});

const credentials = Joi.object({ email: Joi.string().email().required(), device: Joi.any() });

app.post("/validated", async (req, res) => {
  const { value, error } = credentials.validate(req.body);
  // ok: nosql-injection
  await User.findOne({ email: value.email });
  // ruleid: nosql-injection
  await User.findOne({ device: value.device });
  const filter = mongoose.sanitizeFilter({ name: req.body.name });
  // ok: nosql-injection
  await User.findOne(filter);
});

app.get("/own-layer", async (req, res) => {
  // ok: nosql-injection
  res.json(await query.domain.find({ id: req.query.id }));
});

app.post("/bulk", async (req, res) => {
  // ruleid: nosql-injection
  await Order.bulkWrite(req.body.operations);
  // ok: nosql-injection
  await Order.bulkWrite([{ insertOne: { document: { name: String(req.body.name) } } }]);
});

app.post("/known", async (req, res) => {
  // ok: nosql-injection
  res.json(await posts.exists(req.body.id));
});

app.post("/prisma", async (req, res) => {
  // ruleid: nosql-injection
  await prisma.user.findMany({ where: req.body.filter });
  // ruleid: nosql-injection
  await prisma.user.findMany(req.body);
  // ruleid: nosql-injection
  await prisma.$runCommandRaw(req.body);
  // ok: nosql-injection
  await prisma.user.findUnique({ where: { id: String(req.body.id) } });
  // ok: nosql-injection
  await prisma.user.create(req.body);
});
