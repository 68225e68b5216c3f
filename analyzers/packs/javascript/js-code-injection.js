const vm = require("vm");

app.get("/calculate", (req, res) => {
  // ruleid: js-code-injection
  eval(req.query.formula);
  // ruleid: js-code-injection
  vm.runInNewContext("x = " + req.body.code, {});
  // ruleid: js-code-injection
  setTimeout("refresh('" + req.query.name + "')", 10);
  // ok: js-code-injection
  setTimeout(() => refresh(req.query.name), 10);
  // ok: js-code-injection
  vm.runInNewContext("a + b", { a: req.body.a });
  // ok: js-code-injection
  JSON.parse(req.body.text);
});
