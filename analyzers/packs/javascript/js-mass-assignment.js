app.post("/users", async (req, res) => {
  // ruleid: js-mass-assignment
  await User.create(req.body);
  // ruleid: js-mass-assignment
  await User.findByIdAndUpdate(req.params.id, req.body);
  // ruleid: js-mass-assignment
  Object.assign(user, req.body);
  // ok: js-mass-assignment
  await User.create({ name: req.body.name });
  // ok: js-mass-assignment
  await userService.update(req.body, id);
  // ok: js-mass-assignment
  await User.update(req.body, { where: { id }, fields: ["name"] });
  // ok: js-mass-assignment
  const copy = Object.assign({}, req.body);
});

app.post("/copies", (req, res) => {
  // ok: js-mass-assignment
  const copy = _.extend({}, req.body);
  // ok: js-mass-assignment
  Object.assign(req.query, req.body);
  // ok: js-mass-assignment
  const query = new url_1.URLSearchParams(req.body);
  // ruleid: js-mass-assignment
  _.extend(user, req.body);
});

// ruleid: js-mass-assignment
Pet.create(req.allParams());
// ruleid: js-mass-assignment
Post.create(request.all());
// ok: js-mass-assignment
Post.create(request.only(["title", "body"]));

async function updatePatient(formData) {
  // ruleid: js-mass-assignment
  await prisma.patient.update({ where: { id: 1 }, data: Object.fromEntries(formData) });
  // ok: js-mass-assignment
  await prisma.patient.update({ where: { id: 1 }, data: { name: formData.get("name") } });
}
