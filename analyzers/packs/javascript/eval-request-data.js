const vm = require("vm");

function handle(req, res) {
  // ruleid: eval-request-data
  const filter = eval("(" + req.query.filter + ")");
  // ruleid: eval-request-data
  const add = new Function("a", "b", `return ${req.body.expression}`);
  // ruleid: eval-request-data
  vm.runInNewContext(req.body.script, {});
  // ruleid: eval-request-data
  setTimeout(decodeURIComponent(location.hash), 10);
  return [filter, add];
}

function quiet(req, run, source) {
  // ok: eval-request-data
  const filter = JSON.parse(req.query.filter);
  // ok: eval-request-data
  setTimeout(() => run(req.query.filter), 10);
  // ok: eval-request-data
  setTimeout(run, 10, req.query.filter);
  // ok: eval-request-data
  const compiled = new Function("data", source);
  // ok: eval-request-data
  return [filter, compiled, eval("1 + 1")];
}
