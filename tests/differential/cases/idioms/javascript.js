import fs from "fs";
import { exec, spawn as sp } from "child_process";
import * as path from "path";
import def, { other } from "mod";
const cp = require("child_process");
const { readFile } = require("fs");

foo();
foo(1);
foo(1, 2);
foo(1, 2, 3);
foo("a");
foo('a');
foo(`a`);
foo(`a${x}b`);
foo(...args);
foo(1, ...args);
foo(function () { return 1; });
foo(() => 1);
foo((a) => { bar(a); });
foo(async () => { await bar(); });
foo({ a: 1 });
foo({ a: 1, b: 2 });
foo({ "a": 1 });
foo({ a });
foo({ ...rest, a: 1 });
foo({});
foo([]);
foo([1, 2]);
foo(x ? 1 : 2);
foo(null);
foo(undefined);
foo(true);
foo(/re/g);
foo(-1);
foo(1 + 2);
foo(a + "b");
foo(await x);
foo(new Bar(1));
new Bar();
new Bar(1, 2);
new a.Bar(1);
obj.foo(1);
obj.bar.foo(1);
obj?.foo(1);
obj["foo"](1);
obj.foo(1).bar(2);
obj.foo().baz().bar(2);
exec("ls " + x);
cp.exec("ls");
sp("ls");
fs.readFile("x", (err, data) => {});
path.join(a, b);
this.foo(1);
x = 1;
x.y = 1;
x["y"] = 1;
x += 1;
x++;
var v = 1;
let l = 1;
const c = 1;
let u;
const { d, e: f } = obj;
const [g, h] = arr;
const fn = function (a) { return a; };
const arrow = (a) => a;
const arrow2 = async (a, b = 1) => { return a; };
function named(a, b) { return a + b; }
async function an() { await foo(); }
function* gen() { yield 1; }
function dflt(a = 1, ...rest) {}
function destr({ a, b }) {}
class A extends B {
  x = 1;
  static s = 2;
  #p = 3;
  constructor() { super(); this.x = 1; }
  m(a) { return this.x; }
  async am() {}
  static sm() {}
  get g() { return 1; }
}
class C {}
if (a) { foo(); }
if (a) foo();
if (a) { foo(); } else { bar(); }
if (a) { foo(); } else if (b) { bar(); } else { baz(); }
for (let i = 0; i < 10; i++) { foo(i); }
for (const k in obj) { foo(k); }
for (const k of arr) { foo(k); }
while (a) { foo(); }
do { foo(); } while (a);
try { foo(); } catch (e) { bar(e); }
try { foo(); } catch { bar(); } finally { baz(); }
switch (a) { case 1: foo(); break; default: bar(); }
throw new Error("a");
return_(x);
a == b;
a === b;
a === a;
a != b;
a !== null;
a && b;
a || b;
a ?? b;
!a;
typeof a === "string";
a instanceof B;
"a" in b;
delete a.b;
void 0;
a ? b : c;
(a, b);
a.b.c;
a[0];
a[i];
export default foo;
export const ex = 1;
export function exf() {}
module.exports = foo;
x == x;
x.y === x.y;
label: for (;;) { break label; }
`a${b}c${d}`;
tag`x${y}`;
const express = require("express");
const app = express();
app.get("/a", (req, res) => {
  const name = req.query.name;
  res.send("hi " + name);
  res.send(escape(name));
  db.query(`select ${name}`);
  db.query("select ?", [name]);
  if (name) { eval(name); }
});
app.post("/b", async function (req, res) {
  const { id } = req.body;
  await db.query("select " + id);
  res.redirect(req.query.url);
});
function helper(x, y = 1) {
  el.innerHTML = x;
  el.innerHTML = "safe";
  el.innerHTML = DOMPurify.sanitize(x);
  setTimeout("x()", 1);
  setTimeout(x, 1);
  return x;
}
class S {
  m(req) { this.db.query(req.a); }
}
try { JSON.parse(x); } catch (e) { }
try { JSON.parse(x); } catch (e) { log(e); }
crypto.createHash("md5");
crypto.createHash("sha256");
new RegExp(x);
new RegExp("a");
cookie("a", "b", { secure: false });
cookie("a", "b", { secure: true, httpOnly: true });
cookie("a", "b", { httpOnly: true });
cookie("a", "b");
if (a == null) { foo(); }
if (a == b) { foo(a, a); }
document.write(location.hash);
window.open(location.href);
x = y ? eval(z) : 1;
$("#a").html(x);
$.ajax({ url: u });
const { q, ...rest } = req.query;
x = { [k]: v };
async () => { for await (const z of y) { } };
