const { exec, execFile, spawn } = require("child_process");

app.get("/ping", (req, res) => {
  // ruleid: js-command-injection
  exec(`ping -c 1 ${req.query.host}`, done);
  const command = "ping " + req.body.host;
  // ruleid: js-command-injection
  spawn("sh", ["-c", command]);
  // ruleid: js-command-injection
  spawn("ping " + req.body.host, { shell: true });
  // ok: js-command-injection
  execFile("ping", ["-c", "1", req.query.host], done);
  // ok: js-command-injection
  exec("ping -c " + parseInt(req.query.count, 10) + " localhost", done);
});
