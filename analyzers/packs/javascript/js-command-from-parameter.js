const { exec, execSync, execFileSync } = require("child_process");

function archive(name) {
  // ruleid: js-command-from-parameter
  execSync(`tar czf ${name}.tgz ${name}`);
  const command = "rm -rf " + name;
  // ruleid: js-command-from-parameter
  exec(command);
  // ok: js-command-from-parameter
  execFileSync("tar", ["czf", "all.tgz", "--", name]);
  // ok: js-command-from-parameter
  exec("ls");
  // ok: js-command-from-parameter
  return /a+/.exec(name);
}

// ruleid: js-command-from-parameter
cp.exec(`ls ${nobodyKnows}`);

function shells(dir) {
  // ruleid: js-command-from-parameter
  cp.spawn("ls " + dir, { shell: true });
  // ruleid: js-command-from-parameter
  cp.execFile("/bin/sh", ["-c", `ls ${dir}`], done);
  // ok: js-command-from-parameter
  cp.execFile("ls", ["--", dir], done);
}
