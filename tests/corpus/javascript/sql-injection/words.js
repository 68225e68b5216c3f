app.post('/login', (req, res) => {
  // ok: sql-injection
  res.cookie('session', token, { httpOnly: true, secure: true });
  // ruleid: data-exposure
  res.cookie('p', password, { httpOnly: true, secure: true });
  // ok: sql-injection
  db.query(`selected record: ${req.body.v}`);
  // ruleid: sql-injection
  db.query(`SELECT record: ${req.body.v}`);
  // ruleid: sql-injection
  db.query(` delete from x where a = ${req.body.v}`);
  // ruleid: sql-injection
  db.query('(SELECT * from x where a = ' + req.body.v + ')');
});
