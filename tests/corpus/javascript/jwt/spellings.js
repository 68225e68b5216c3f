const jwt = require('jsonwebtoken');
function auth(req, res, next) {
  const token = req.headers['authorization'].split(' ')[1];
  // ruleid: jwt
  const payload = jwt.decode(token);
  req.user = payload;
  next();
}
function auth2(req, res, next) {
  // ok: jwt
  jwt.verify(req.token, process.env.SECRET, { algorithms: ['HS256'] }, (e, u) => next(e));
}
// ruleid: jwt
const t = jwt.sign(data, secret, { algorithm: 'none' });
