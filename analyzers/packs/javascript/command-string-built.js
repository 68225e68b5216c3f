const { exec, execFile } = require("child_process");
const cp = require("child_process");

function convert(req, name) {
  // ruleid: command-string-built
  exec(`convert ${name} out.png`, console.log);
  // ruleid: command-string-built
  cp.execSync("convert " + name);
  // ruleid: command-string-built
  cp.exec(req.body.command);
}

function quiet(name, pattern, text) {
  // ok: command-string-built
  exec("git status --short");
  // ok: command-string-built
  execFile("convert", [name, "out.png"]);
  // ok: command-string-built
  cp.spawn("convert", [name]);
  // ok: command-string-built
  return pattern.exec(`${text}`);
}
