app.post('/login', async (req, res) => {
  const { username, password } = req.body;
  // ruleid: nosql-injection
  const user = await User.findOne({ username, password });
  // ruleid: nosql-injection
  db.collection('users').find({ username: username }).toArray();
  // ruleid: nosql-injection
  Users.find({ $where: `this.owner == '${req.query.o}'` });
  // ok: nosql-injection
  const u2 = await User.findOne({ username: String(username) });
  // ok: nosql-injection
  const u3 = await User.findOne({ where: { username } });
  res.json([user, u2, u3]);
});
