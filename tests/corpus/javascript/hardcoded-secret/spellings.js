const jwt = require('jsonwebtoken');
const JWT_SECRET = 'supersecretkey';
function s(u) {
  // ruleid: hardcoded-secret
  return jwt.sign({ id: u.id }, JWT_SECRET);
}
// ruleid: hardcoded-secret
const conn = mysql.createConnection({ host: 'h', user: 'root', password: 'toor1234' });
// ruleid: hardcoded-secret
const stripe = require('stripe')('sk_live_4eC39HqLyjWDarjtT1zdp7dc');
// ok: hardcoded-secret
const c2 = mysql.createConnection({ host: 'h', password: process.env.PW });
// ruleid: hardcoded-secret
app.use(require('express-session')({ secret: 'abc123', resave: true }));
