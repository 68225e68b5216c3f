const { execSync, spawn, exec } = require('child_process');
const path = require('path');
const ROOT = path.resolve(__dirname, '..');
module.exports.build = () => {
  // ok: command-injection
  execSync(`npm run build --prefix ${ROOT}`);
  // ok: command-injection
  execSync(`node ${path.join(ROOT, 'x.js')}`);
  // ok: command-injection
  exec(`echo ${process.pid}`);
};
app.get('/v', (req, res) => {
  const versions = { a: '1.0', b: '2.0' };
  const v = versions[req.query.v];
  // ok: command-injection
  exec(`tool --version ${v}`);
  const n = Number(req.query.n);
  // ok: command-injection
  exec(`seq ${n}`);
  switch (req.query.op) {
    case 'list':
      // ok: command-injection
      exec('ls');
      break;
    default:
      // ruleid: command-injection
      exec(`run ${req.query.op}`);
  }
  let cmd = 'ls';
  cmd = cmd + ' -la';
  // ok: command-injection
  exec(cmd);
  let cmd2 = 'ls ';
  cmd2 += req.query.dir;
  // ruleid: command-injection
  exec(cmd2);
  const safe = req.query.dir.replace(/[^a-z0-9]/gi, '');
  // ok: command-injection
  exec('ls ' + safe);
  // ok: command-injection
  spawn('ls', ['-l', req.query.dir], { stdio: 'inherit' });
});
