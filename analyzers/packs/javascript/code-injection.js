const vm = require("vm");

app.get("/calculate", (req, res) => {
  // ruleid: code-injection
  eval(req.query.formula);
  // ruleid: code-injection
  vm.runInNewContext("x = " + req.body.code, {});
  // ruleid: code-injection
  setTimeout("refresh('" + req.query.name + "')", 10);
  // ok: code-injection
  setTimeout(() => refresh(req.query.name), 10);
  // ok: code-injection
  vm.runInNewContext("a + b", { a: req.body.a });
  // ok: code-injection
  JSON.parse(req.body.text);
});

app.post("/run", async (req, res) => {
  const sandbox = new VM({ timeout: 100 });
  // ruleid: code-injection
  sandbox.run(req.body.code);
  const runner = new NodeVM();
  // ruleid: code-injection
  runner.run(req.body.code, "user.js");
  // ok: code-injection
  await handler.run({ request: req.body, requestId: 1 });
  // ok: code-injection
  queue.run(req.query.job);
  // ok: code-injection
  selector.evaluate({ path: req.query.path });
});

app.get("/cached", async (req, res) => {
  // ruleid: code-injection
  await redis.eval(`return redis.call('GET', '${req.query.key}')`, 0);
  // ok: code-injection
  await redis.eval("return redis.call('GET', KEYS[1])", 1, req.query.key);
});

app.get("/pages", async (req, res) => {
  // ruleid: code-injection
  await context.addInitScript(req.body.script);
  // ruleid: code-injection
  await page.addScriptTag({ content: req.body.script });
  // ruleid: code-injection
  await window.webContents.executeJavaScript("show('" + req.query.name + "')");
  // ruleid: code-injection
  await client.Runtime.evaluate({ expression: req.query.expression });
  // ok: code-injection
  await page.addScriptTag({ url: "https://app.example.com/tools.js" });
  // ok: code-injection
  await context.addInitScript({ path: "scripts/init.js" });
});

app.get("/languages", async (req, res) => {
  // ruleid: code-injection
  await isolate.compileScript(req.query.code);
  // ruleid: code-injection
  await jsonata(req.query.expression).evaluate(data);
  // ruleid: code-injection
  JSONPath({ path: req.query.path, json: data });
  // ruleid: code-injection
  await driver.executeScript(req.query.script);
  // ruleid: code-injection
  await client.submit(`g.V().has("name", "${req.query.name}")`);
  // ok: code-injection
  await client.submit("g.V().has('name', name)", { name: req.query.name });
  // ok: code-injection
  await jsonata("Account.Order").evaluate({ name: req.query.name });
  // ok: code-injection
  JSONPath({ path: "$.store.book[*]", json: data });
});

app.post("/where", async (req, res) => {
  const condition = "this.name == '" + req.body.name + "'";
  // ruleid: code-injection
  await people.find({ $where: condition }).toArray();
  // ok: code-injection
  await people.find({ $where: "this.name == 'a'", name: req.body.name }).toArray();
});

app.post("/bound", (req, res) => {
  // ruleid: code-injection
  eval.call(null, req.body.code);
  // ruleid: code-injection
  new Worker(req.body.code, { eval: true });
  // ok: code-injection
  new Worker("./worker.js", { workerData: req.body.code });
  // ruleid: code-injection
  jexl.evalSync(req.body.formula);
});

app.post("/sandbox", (req, res) => {
  // ruleid: code-injection
  NodeVM.code(req.body.code, "visitor.js");
  // ok: code-injection
  NodeVM.code(PROGRAM, "own.js");
});

require("node:http").createServer(async (req, res) => {
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  // ruleid: code-injection
  res.end(String(eval(Buffer.concat(chunks).toString())));
});
