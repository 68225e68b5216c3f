const { exec, execSync, execFileSync } = require("child_process");

function archive(name) {
  // ruleid: command-injection-from-parameter
  execSync(`tar czf ${name}.tgz ${name}`);
  const command = "rm -rf " + name;
  // ruleid: command-injection-from-parameter
  exec(command);
  // ok: command-injection-from-parameter
  execFileSync("tar", ["czf", "all.tgz", "--", name]);
  // ok: command-injection-from-parameter
  exec("ls");
  // ok: command-injection-from-parameter
  return /a+/.exec(name);
}

// ruleid: command-injection-from-parameter
cp.exec(`ls ${nobodyKnows}`);

function shells(dir) {
  // ruleid: command-injection-from-parameter
  cp.spawn("ls " + dir, { shell: true });
  // ruleid: command-injection-from-parameter
  cp.execFile("/bin/sh", ["-c", `ls ${dir}`], done);
  // ok: command-injection-from-parameter
  cp.execFile("ls", ["--", dir], done);
}

// ruleid: command-injection-from-parameter
cp.exec("convert " + process.argv[2]);
