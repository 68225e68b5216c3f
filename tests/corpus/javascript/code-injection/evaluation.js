const vm = require("vm");
const { VM, NodeVM } = require("vm2");
const express = require("express");
const safeEval = require("safe-eval");
const notevil = require("notevil");
const _ = require("lodash");

const app = express();

app.get("/calculate", (req, res) => {
  // ruleid: code-injection
  const result = eval(req.query.formula);
  // ruleid: code-injection
  const other = eval("(" + req.body.formula + ")");
  // ruleid: code-injection
  const third = new Function("a", "b", req.body.body);
  // ruleid: code-injection
  const fourth = Function("return " + req.query.value)();
  res.json([result, other, third(1, 2), fourth]);
});

app.post("/timers", (req, res) => {
  // ruleid: code-injection
  setTimeout(req.body.code, 100);
  // ruleid: code-injection
  setInterval("refresh('" + req.body.name + "')", 100);
  // ruleid: code-injection
  setImmediate(`run(${req.body.name})`);
  res.end();
});

app.post("/vm", (req, res) => {
  const code = req.body.code;
  // ruleid: code-injection
  vm.runInThisContext(code);
  // ruleid: code-injection
  vm.runInNewContext(code, {});
  // ruleid: code-injection
  vm.runInContext("x = " + code, vm.createContext({}));
  // ruleid: code-injection
  const script = new vm.Script(`1 + ${req.body.code}`);
  // ruleid: code-injection
  vm.compileFunction(code, ["a"]);
  // ruleid: code-injection
  new VM().run(code);
  const sandbox = new NodeVM();
  // ruleid: code-injection
  sandbox.run("module.exports = " + code);
  // ruleid: code-injection
  safeEval(code);
  // ruleid: code-injection
  notevil(req.body.code);
  res.json(script.runInThisContext());
});

app.get("/modules", (req, res) => {
  // ruleid: code-injection
  const plugin = require(req.query.plugin);
  // ruleid: code-injection
  const other = require("./plugins/" + req.query.name);
  res.json([plugin, other]);
});

app.get("/dynamic", async (req, res) => {
  // ruleid: code-injection
  const plugin = await import(req.query.plugin);
  // ruleid: code-injection
  const found = handlers[req.query.method](req.body);
  // ruleid: code-injection
  res.json(await plugin[req.params.action]());
});

function evaluate(expression) {
  // ruleid: code-injection
  return eval(expression);
}

function evaluateBuilt(name) {
  // ruleid: code-injection
  return eval("window." + name);
}

function compile(body) {
  // ruleid: code-injection
  return new Function("context", `with (context) { return ${body}; }`);
}

function inPage() {
  // ruleid: code-injection
  eval(location.hash.slice(1));
  // ruleid: code-injection
  eval(decodeURIComponent(window.location.search.substring(1)));
  // ruleid: code-injection
  setTimeout("show('" + document.location.hash + "')", 10);
  const value = new URLSearchParams(window.location.search).get("callback");
  // ruleid: code-injection
  eval(value);
}

window.addEventListener("message", (event) => {
  // ruleid: code-injection
  eval(event.data);
});

app.get("/safe", (req, res) => {
  // ok: code-injection
  const data = JSON.parse(req.body.text);
  // ok: code-injection
  eval("1 + 1");
  // ok: code-injection
  const add = new Function("a", "b", "return a + b");
  // ok: code-injection
  setTimeout(() => finish(req.query.name), 100);
  // ok: code-injection
  setTimeout(function () { finish(req.body.code); }, 100);
  // ok: code-injection
  setTimeout(finish, Number(req.query.delay));
  // ok: code-injection
  setInterval("refresh()", 1000);
  // ok: code-injection
  vm.runInNewContext("a + b", { a: req.body.a, b: req.body.b });
  // ok: code-injection
  const plugin = require("./plugins/csv");
  // ok: code-injection
  res.json([data, add(1, 2), plugin]);
});

const ALLOWED = { sum: (list) => list.length, first: (list) => list[0] };

app.get("/safe/table", (req, res) => {
  const name = req.query.name;
  if (!Object.prototype.hasOwnProperty.call(ALLOWED, name)) {
    return res.sendStatus(404);
  }
  // ok: code-injection
  res.json(ALLOWED[name](req.body.list));
});

const TEXT = "2 * 3";

function constantCode() {
  // ok: code-injection
  return eval(TEXT) + eval("(" + TEXT + ")");
}

function wait(callback, delay) {
  // ok: code-injection
  setTimeout(callback, delay);
  // ok: code-injection
  return setTimeout(callback.bind(null, delay), delay);
}

class Calculator {
  eval(expression) {
    return expression.length;
  }

  total(expression) {
    // ok: code-injection
    return this.eval(expression);
  }
}

async function lazy() {
  // ok: code-injection
  const module = await import("./lazy.js");
  return module.default;
}
