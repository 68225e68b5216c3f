app.use(function (err, req, res, next) {
  // ruleid: data-exposure
  res.status(500).json({ message: err.message, stack: err.stack });
});
app.post('/x', (req, res) => {
  // ruleid: data-exposure
  console.log('Password:', req.body.password);
  // ruleid: data-exposure
  logger.info(`User token: ${req.user.token}`);
  // ok: data-exposure
  console.log('User', req.user.id);
});
