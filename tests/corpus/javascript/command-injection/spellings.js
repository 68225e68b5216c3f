const { exec } = require('child_process');
const cp = require('child_process');
import { promisify } from 'util';
const pexec = promisify(cp.exec);
app.post('/run', async (req, res) => {
  const args = req.body.args;
  // ruleid: command-injection
  exec('git ' + args.join(' '), (e, out) => res.send(out));
  // ruleid: command-injection
  await pexec(`ls ${req.body.dir}`);
  // ruleid: command-injection
  require('child_process').exec('cat ' + req.query.f);
  // ruleid: command-injection
  cp.spawn('bash', ['-c', `echo ${req.body.x}`]);
  // ruleid: command-injection
  cp.execFile('/bin/sh', ['-c', req.body.cmd]);
  const filename = req.body.filename;
  // ruleid: command-injection
  cp.exec(
    'convert ' + filename + ' out.png',
    (err) => res.end()
  );
  // ok: command-injection
  cp.execFile('convert', [filename, 'out.png']);
  // ok: command-injection
  cp.exec('ls -la', { cwd: '/tmp' });
  if (/^[a-zA-Z0-9_-]+$/.test(filename)) {
    // ok: command-injection
    cp.exec('cat ' + filename);
  }
});
function deploy(branch) {
  // ruleid: command-injection
  return new Promise((resolve) => exec(`git checkout ${branch}`, resolve));
}
const ALLOWED = ['start', 'stop'];
function service(action) {
  if (!ALLOWED.includes(action)) throw new Error('no');
  // ok: command-injection
  exec('systemctl ' + action + ' app');
}
