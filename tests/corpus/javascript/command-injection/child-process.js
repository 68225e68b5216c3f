const child_process = require("child_process");
const { exec, execSync, spawn, spawnSync, execFile, execFileSync, fork } = require("child_process");
const cp = require("node:child_process");
const util = require("util");
const express = require("express");

const app = express();
const execAsync = util.promisify(exec);

app.get("/ping", (req, res) => {
  // ruleid: command-injection
  exec("ping -c 1 " + req.query.host, (err, stdout) => res.send(stdout));
});

app.get("/lookup", (req, res) => {
  const host = req.query.host;
  // ruleid: command-injection
  child_process.exec(`nslookup ${host}`, (err, stdout) => res.send(stdout));
});

app.post("/convert", async (req, res) => {
  const { file, size } = req.body;
  const command = "convert " + file + " -resize " + size + " out.png";
  // ruleid: command-injection
  const { stdout } = await execAsync(command);
  res.send(stdout);
});

app.get("/sync", (req, res) => {
  // ruleid: command-injection
  const output = execSync("git log " + req.params.branch).toString();
  // ruleid: command-injection
  const other = cp.execSync(`ls -l ${req.query.folder}`);
  res.send(output + other);
});

app.get("/raw", (req, res) => {
  // ruleid: command-injection
  exec(req.query.command);
  // ruleid: command-injection
  spawn(req.query.program, ["--version"]);
  // ruleid: command-injection
  spawn("sh", ["-c", "ls " + req.query.folder]);
  // ruleid: command-injection
  spawnSync("/bin/bash", ["-c", `cat ${req.query.file}`]);
  // ruleid: command-injection
  spawn("ls " + req.query.folder, { shell: true });
  // ruleid: command-injection
  spawn("ls", [req.query.folder], { shell: true });
  // ruleid: command-injection
  execFile("tool", [req.query.name], { shell: "/bin/bash" }, () => res.end());
  // ruleid: command-injection
  cp.spawn("cmd.exe", ["/c", "dir " + req.query.folder]);
  // ruleid: command-injection
  fork(req.query.module);
  // ruleid: command-injection
  execFileSync(req.body.program, []);
});

function listFolder(folder, callback) {
  // ruleid: command-injection
  child_process.exec("ls -la " + folder, callback);
}

function archive(name) {
  // ruleid: command-injection
  execSync(`tar czf ${name}.tgz ${name}`, { stdio: "inherit" });
}

const run = (command) => {
  // ruleid: command-injection
  return cp.execSync(command, { encoding: "utf8" });
};

const clone = async (url) => {
  // ruleid: command-injection
  await execAsync("git clone " + url);
};

function array(values) {
  // ruleid: command-injection
  exec(["rm", "-f", values].join(" "));
}

function buildCommand(name) {
  return "zip -r " + name;
}

app.get("/helper", (req, res) => {
  // ruleid: command-injection
  exec(buildCommand(req.query.name), () => res.end());
});

app.get("/safe/file", (req, res) => {
  // ok: command-injection
  execFile("ping", ["-c", "1", req.query.host], (err, stdout) => res.send(stdout));
  // ok: command-injection
  spawn("ls", ["-l", req.query.folder]);
  // ok: command-injection
  spawn("ls", ["-l", "--", req.query.folder], { shell: false });
  // ok: command-injection
  execFileSync("/usr/bin/convert", [req.body.file, "out.png"]);
  // ok: command-injection
  spawnSync("git", ["log", "--oneline"], { cwd: "/srv/repository" });
});

app.get("/safe/constant", (req, res) => {
  // ok: command-injection
  exec("uptime", (err, stdout) => res.send(stdout));
  // ok: command-injection
  execSync("npm run " + "build");
  const command = "df -h";
  // ok: command-injection
  cp.exec(command, (err, stdout) => res.send(stdout));
  // ok: command-injection
  spawn("ls -l | wc -l", { shell: true });
  // ok: command-injection
  fork("./worker.js");
});

app.get("/safe/number", (req, res) => {
  const count = parseInt(req.query.count, 10);
  // ok: command-injection
  exec("ping -c " + count + " localhost", (err, stdout) => res.send(stdout));
});

app.get("/safe/list", (req, res) => {
  const hosts = ["a.internal", "b.internal"];
  const host = req.query.host;
  if (!hosts.includes(host)) {
    return res.status(400).end();
  }
  // ok: command-injection
  exec("ping -c 1 " + host, (err, stdout) => res.send(stdout));
});

const quote = require("shell-quote").quote;

app.get("/safe/quoted", (req, res) => {
  // ok: command-injection
  exec("ping " + quote([req.query.host]), (err, stdout) => res.send(stdout));
});

function lastMatch(text) {
  // ok: command-injection
  return /v(\d+)/.exec(text);
}

function firstMatch(expression, text) {
  const pattern = /a+/;
  // ok: command-injection
  const found = pattern.exec(text + "\n");
  // ok: command-injection
  return found || expression.exec("prefix " + text);
}

const SCRIPT = "echo";
const FLAG = process.platform === "win32" ? "/q" : "-q";

function constants() {
  // ok: command-injection
  execSync(`${SCRIPT} hello`);
  // ok: command-injection
  execSync(SCRIPT + " " + FLAG);
}
