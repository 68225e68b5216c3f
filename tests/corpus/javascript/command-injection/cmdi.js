const cp = require('child_process');
const { exec, execSync, spawn, execFile, spawnSync, execFileSync } = require('child_process');
const util = require('util');
const shell = require('shelljs');
const execa = require('execa');
const crossSpawn = require('cross-spawn');
const { quote } = require('shell-quote');
const http = require('http');
const url = require('url');
const express = require('express');
const { NodeSSH } = require('node-ssh');
const app = express();
const execAsync = util.promisify(exec);
const ALLOWED = new Set(['status', 'uptime']);
const SCRIPTS = { build: 'npm run build', test: 'npm test' };

http.createServer((req, res) => {
  const cmd = url.parse(req.url, true).query.path;
  // ruleid: command-injection
  cp.exec(cmd);
  // ruleid: command-injection
  cp.execSync('ls ' + cmd);
  // ok: command-injection
  cp.execFile('ls', [cmd]);
  // ok: command-injection
  cp.spawn('ls', [cmd]);
  // ruleid: command-injection
  cp.spawn(cmd, []);
  // ruleid: command-injection
  cp.spawn('ls ' + cmd, { shell: true });
  // ruleid: command-injection
  cp.spawn('sh', ['-c', 'ls ' + cmd]);
  // ok: command-injection
  cp.exec('ls');
  const u = new URL(req.url, 'http://localhost');
  // ruleid: command-injection
  exec('cat ' + u.searchParams.get('f'), (e, out) => res.end(out));
  // ok: command-injection
  execFile('cat', [u.searchParams.get('f')], (e, out) => res.end(out));
  let body = '';
  req.on('data', (chunk) => { body += chunk; });
  req.on('end', () => {
    // ruleid: command-injection
    exec('echo ' + body);
    // ok: command-injection
    exec('echo done');
  });
});

app.get('/a', async (req, res) => {
  const f = req.query.file;
  // ruleid: command-injection
  execSync(`git log ${f}`);
  // ok: command-injection
  execFileSync('git', ['log', f]);
  // ruleid: command-injection
  spawnSync('git', ['log', f], { shell: true });
  // ok: command-injection
  spawnSync('git', ['log', f]);
  // ruleid: command-injection
  await execAsync('convert ' + f + ' out.png');
  // ok: command-injection
  await execAsync('convert in.png out.png');
  // ruleid: command-injection
  shell.exec('rm ' + f);
  // ok: command-injection
  shell.exec('rm x');
  // ok: command-injection
  await execa('echo', [f]);
  // ruleid: command-injection
  await execa.command('echo ' + f);
  // ruleid: command-injection
  await execa(f);
  // ruleid: command-injection
  crossSpawn(f);
  // ok: command-injection
  crossSpawn.sync('echo', [f]);
  // ok: command-injection
  execSync('grep ' + quote([f]) + ' x');
  // ruleid: command-injection
  execFile('/bin/bash', ['-c', `echo ${f}`]);
  const ssh = new NodeSSH();
  // ruleid: command-injection
  await ssh.execCommand('ls ' + f);
  // ok: command-injection
  await ssh.execCommand('ls');
  // ruleid: command-injection
  util.promisify(cp.exec)('du ' + f);
});

app.post('/b', (req, res) => {
  const { name, count } = req.body;
  if (ALLOWED.has(name)) {
    // ok: command-injection
    exec('systemctl ' + name);
  }
  // ruleid: command-injection
  exec('systemctl ' + name);
  // ok: command-injection
  exec('head -n ' + parseInt(count, 10));
  const script = SCRIPTS[req.body.script];
  // ok: command-injection
  if (script) exec(script);
  switch (name) {
    case 'start':
    case 'stop':
      // ok: command-injection
      exec('svc ' + name);
      break;
    default:
      // ok: command-injection
      exec('svc status');
  }
  const safe = name.replace(/[^a-z0-9]/gi, '');
  // ok: command-injection
  exec('echo ' + safe);
  const notSafe = name.replace(/a/g, '');
  // ruleid: command-injection
  exec('echo ' + notSafe);
  if (!/^[\w-]+$/.test(name)) throw new Error('bad');
  // ok: command-injection
  exec('echo ' + name);
});

function run(c) {
  // ruleid: command-injection
  return exec(c);
}
// ruleid: command-injection
const runArrow = (c) => execSync(`sh ${c}`);
// ok: command-injection
const runConst = (c) => execSync(`sh ${c}`);

app.get('/c', (req, res) => {
  run(req.query.c);
  runArrow(req.query.c);
  runConst('x');
  // ruleid: command-injection
  Promise.resolve(req.query.p).then((p) => exec('echo ' + p));
  // ruleid: command-injection
  [req.query.a].forEach((a) => exec('echo ' + a));
  // ok: command-injection
  ['a', 'b'].forEach((a) => exec('echo ' + a));
  const args = ['-l', req.query.d];
  // ruleid: command-injection
  exec('ls ' + args.join(' '));
  // ok: command-injection
  spawn('ls', args);
  const env = { ...process.env, NAME: req.query.n };
  // ok: command-injection
  exec('./run.sh', { env });
  // ok: command-injection
  exec('./run.sh', { cwd: '/srv' }, () => res.send(req.query.n ? 'a' : 'b'));
});
