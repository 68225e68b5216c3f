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

app.post("/run", async (req, res) => {
  const sandbox = new VM({ timeout: 100 });
  // ruleid: js-code-injection
  sandbox.run(req.body.code);
  const runner = new NodeVM();
  // ruleid: js-code-injection
  runner.run(req.body.code, "user.js");
  // ok: js-code-injection
  await handler.run({ request: req.body, requestId: 1 });
  // ok: js-code-injection
  queue.run(req.query.job);
  // ok: js-code-injection
  selector.evaluate({ path: req.query.path });
});

app.get("/cached", async (req, res) => {
  // ruleid: js-code-injection
  await redis.eval(`return redis.call('GET', '${req.query.key}')`, 0);
  // ok: js-code-injection
  await redis.eval("return redis.call('GET', KEYS[1])", 1, req.query.key);
});

app.get("/pages", async (req, res) => {
  // ruleid: js-code-injection
  await context.addInitScript(req.body.script);
  // ruleid: js-code-injection
  await page.addScriptTag({ content: req.body.script });
  // ruleid: js-code-injection
  await window.webContents.executeJavaScript("show('" + req.query.name + "')");
  // ruleid: js-code-injection
  await client.Runtime.evaluate({ expression: req.query.expression });
  // ok: js-code-injection
  await page.addScriptTag({ url: "https://app.example.com/tools.js" });
  // ok: js-code-injection
  await context.addInitScript({ path: "scripts/init.js" });
});

app.get("/languages", async (req, res) => {
  // ruleid: js-code-injection
  await isolate.compileScript(req.query.code);
  // ruleid: js-code-injection
  await jsonata(req.query.expression).evaluate(data);
  // ruleid: js-code-injection
  JSONPath({ path: req.query.path, json: data });
  // ruleid: js-code-injection
  await driver.executeScript(req.query.script);
  // ruleid: js-code-injection
  await client.submit(`g.V().has("name", "${req.query.name}")`);
  // ok: js-code-injection
  await client.submit("g.V().has('name', name)", { name: req.query.name });
  // ok: js-code-injection
  await jsonata("Account.Order").evaluate({ name: req.query.name });
  // ok: js-code-injection
  JSONPath({ path: "$.store.book[*]", json: data });
});

app.post("/where", async (req, res) => {
  const condition = "this.name == '" + req.body.name + "'";
  // ruleid: js-code-injection
  await people.find({ $where: condition }).toArray();
  // ok: js-code-injection
  await people.find({ $where: "this.name == 'a'", name: req.body.name }).toArray();
});

app.post("/bound", (req, res) => {
  // ruleid: js-code-injection
  eval.call(null, req.body.code);
  // ruleid: js-code-injection
  new Worker(req.body.code, { eval: true });
  // ok: js-code-injection
  new Worker("./worker.js", { workerData: req.body.code });
  // ruleid: js-code-injection
  jexl.evalSync(req.body.formula);
});
