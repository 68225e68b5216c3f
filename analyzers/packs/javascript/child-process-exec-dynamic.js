const { exec, execFile } = require("child_process");
const cp = require("child_process");

function convert(req, name) {
  // ruleid: child-process-exec-dynamic
  exec(`convert ${name} out.png`, console.log);
  // ruleid: child-process-exec-dynamic
  cp.execSync("convert " + name);
  // ruleid: child-process-exec-dynamic
  cp.exec(req.body.command);
}

function quiet(name, pattern, text) {
  // ok: child-process-exec-dynamic
  exec("git status --short");
  // ok: child-process-exec-dynamic
  execFile("convert", [name, "out.png"]);
  // ok: child-process-exec-dynamic
  cp.spawn("convert", [name]);
  // ok: child-process-exec-dynamic
  return pattern.exec(`${text}`);
}
