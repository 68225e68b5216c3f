app.post("/users", async (req, res) => {
  // ruleid: mass-assignment
  await User.create(req.body);
  // ruleid: mass-assignment
  await User.findByIdAndUpdate(req.params.id, req.body);
  // ruleid: mass-assignment
  Object.assign(user, req.body);
  // ok: mass-assignment
  await User.create({ name: req.body.name });
  // ok: mass-assignment
  await userService.update(req.body, id);
  // ok: mass-assignment
  await User.update(req.body, { where: { id }, fields: ["name"] });
  // ok: mass-assignment
  const copy = Object.assign({}, req.body);
});

app.post("/copies", (req, res) => {
  // ok: mass-assignment
  const copy = _.extend({}, req.body);
  // ok: mass-assignment
  Object.assign(req.query, req.body);
  // ok: mass-assignment
  const query = new url_1.URLSearchParams(req.body);
  // ruleid: mass-assignment
  _.extend(user, req.body);
});

// ruleid: mass-assignment
Pet.create(req.allParams());
// ruleid: mass-assignment
Post.create(request.all());
// ok: mass-assignment
Post.create(request.only(["title", "body"]));

async function updatePatient(formData) {
  // ruleid: mass-assignment
  await prisma.patient.update({ where: { id: 1 }, data: Object.fromEntries(formData) });
  // ok: mass-assignment
  await prisma.patient.update({ where: { id: 1 }, data: { name: formData.get("name") } });
}
