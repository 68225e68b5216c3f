const express = require('express');
const session = require('express-session');
const jwt = require('jsonwebtoken');
const bcrypt = require('bcrypt');
const crypto = require('crypto');
const app = express();
// ruleid: hardcoded-secret
const users = [{ username: 'admin', password: 'admin123' }];
// ruleid: hardcoded-secret
const ADMIN_TOKEN = 'static-admin-token-123';
// ruleid: hardcoded-secret
app.use(session({ secret: 'my-session-secret', resave: true, saveUninitialized: true }));

app.post('/login', async (req, res) => {
  const { username, password } = req.body;
  // ruleid: authentication
  const user = users.find((u) => u.username === username && u.password === password);
  // ruleid: authentication
  if (username === 'admin' && password === 'admin') {
    // ruleid: authentication
    req.session.user = username;
  }
  const row = await db.get('SELECT * FROM users WHERE username = ?', [username]);
  // ruleid: authentication
  if (row.password === password) {
    // ruleid: hardcoded-secret
    return res.json({ token: jwt.sign({ id: row.id }, 'secret') });
  }
  if (md5(password) === row.hash) {
    return res.end();
  }
  // ruleid: weak-hash
  if (crypto.createHash('sha1').update(password).digest('hex') === row.hash) {
    return res.end();
  }
  // ok: weak-hash
  if (!(await bcrypt.compare(password, row.hash))) return res.status(401).end();
  // ok: weak-hash
  req.session.regenerate(() => {
    // ok: weak-hash
    req.session.userId = row.id;
    res.json({ ok: true });
  });
});

app.post('/login2', async (req, res) => {
  const user = await User.findOne({ where: { email: String(req.body.email) } });
  if (!user || !(await bcrypt.compare(req.body.password, user.passwordHash))) {
    return res.status(401).json({ error: 'Invalid credentials' });
  }
  // ruleid: authentication
  req.session.userId = user.id;
  res.json({ ok: true });
});

app.post('/register', async (req, res) => {
  await User.create({ username: req.body.username, password: req.body.password });
  // ok: authentication
  await User.create({ username: String(req.body.username), password: await bcrypt.hash(req.body.password, 12) });
  // ruleid: weak-hash
  const hash = await bcrypt.hash(req.body.password, 4);
  await db.run('INSERT INTO users (u, p) VALUES (?, ?)', [req.body.username, req.body.password]);
});

app.post('/reset', (req, res) => {
  // ruleid: weak-random
  const token = Math.random().toString(36).slice(2);
  const token2 = Date.now().toString();
  // ok: weak-random
  const token3 = crypto.randomBytes(32).toString('hex');
  // ruleid: weak-hash
  const token4 = crypto.createHash('md5').update(req.body.email).digest('hex');
  // ruleid: weak-random
  const resetCode = Math.floor(1000 + Math.random() * 9000);
  console.log('reset token', token3);
  res.json({ resetToken: token3 });
});

app.get('/session', (req, res) => {
  // ruleid: authentication
  req.sessionID = req.query.sid;
  // ruleid: authentication
  res.cookie('connect.sid', req.query.sid, { httpOnly: true, secure: true });
  // ruleid: authentication
  res.cookie('sessionId', req.query.sessionId);
  // ruleid: authentication
  req.session.id = req.query.id;
});

const auth = (req, res, next) => {
  const token = (req.headers.authorization || '').split(' ')[1];
  const payload = jwt.decode(token);
  // ok: authentication
  const p2 = jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] });
  // ruleid: hardcoded-secret
  const p3 = jwt.verify(token, 'hardcoded');
  // ruleid: jwt
  const p4 = jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['none', 'HS256'] });
  // ruleid: jwt
  const p5 = jwt.verify(token, process.env.JWT_SECRET, { ignoreExpiration: true });
  if (token === ADMIN_TOKEN) return next();
  // ruleid: authentication
  if (req.query.isAdmin === 'true') return next();
  // ruleid: authentication
  if (req.body.role === 'admin') return next();
  // ruleid: authentication
  if (req.cookies.isAdmin) return next();
  // ruleid: authentication
  if (req.headers['x-admin'] === 'true') return next();
  // ok: authentication
  if (p2.role === 'admin') return next();
  res.status(401).end();
};

function leak(user, card) {
  // ruleid: data-exposure
  console.log('User:', user.password);
  // ruleid: data-exposure
  console.log(`card ${card.cardNumber} ${card.cvv}`);
  // ruleid: data-exposure
  logger.info('ssn ' + user.ssn);
  // ruleid: data-exposure
  logger.info({ password: user.password });
  // ok: data-exposure
  logger.info('user logged in', { id: user.id });
  // ruleid: data-exposure
  console.log('api key', process.env.API_KEY);
  // ruleid: data-exposure
  fs.writeFileSync('dump.txt', user.password);
  // ruleid: data-exposure
  axios.get('https://x.com/login?password=' + user.password);
  // ruleid: data-exposure
  axios.post('http://api.example.com/login', { password: user.password });
  // ok: data-exposure
  axios.post('https://api.example.com/login', { password: user.password });
}

// ruleid: data-exposure
app.get('/env', (req, res) => res.json(process.env));
app.get('/user', async (req, res) => {
  const user = await User.findByPk(req.session.userId);
  // ruleid: data-exposure
  res.json({ id: user.id, passwordHash: user.passwordHash });
  // ok: data-exposure
  res.json({ id: user.id, email: user.email });
});
// ruleid: data-exposure
app.use((err, req, res, next) => res.status(500).json({ error: err.stack }));
// ok: data-exposure
app.use((err, req, res, next) => res.status(500).json({ error: 'Internal Server Error' }));
app.set('env', 'development');
// ok: data-exposure
app.use(require('morgan')('dev'));
// ok: data-exposure
app.use('/admin', express.static('admin'));
// ruleid: misconfiguration
app.use(express.static('/'));
// ok: misconfiguration
app.enable('trust proxy');
