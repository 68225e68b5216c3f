import React, { useState } from "react";
const fs = require("fs");
const { exec } = require("child_process");
app.get("/x", (req, res) => { res.send("<b>" + req.query.q + "</b>"); });
app.post("/y", async function (req, res, next) { const id = req.params.id; await db.query(`select ${id}`); });
el.innerHTML = data; el["innerHTML"] = data;
document.write(location.hash);
const o = { secure: false, httpOnly: true, a, ["b"]: 1, f() { return 1; }, ...rest };
cookie.set("a", "b", { secure: false });
new Function("return " + x)();
if (a == null) { foo(); } else if (b === undefined) bar();
for (let i = 0; i < n; i++) { arr[i] = i; }
for (const k in obj) { if (obj.hasOwnProperty(k)) t[k] = obj[k]; }
switch (x) { case 1: foo(); break; case "a": default: bar(); }
try { JSON.parse(s); } catch (e) { console.log(e); }
class A extends B { constructor(x) { super(x); this.x = x; } static m() {} get g() { return 1; } #p = 1; }
const re = /a+b/g; re.test(x);
const f = function (a, ...b) { return a?.b ?? c; };
x = a ? b : c; y = typeof z === "strng"; delete o.a; void 0;
promise.then(r => r.json()).catch(() => {});
setTimeout("foo()", 10); setTimeout(() => foo(), 10);
export default function main() {}
export const q = 1;
throw new Error("x" + y);
const h = <div dangerouslySetInnerHTML={{__html: x}} className="a">{y}</div>;
let [p1, p2] = arr; var u = 1, v = 2;
i++; --j; !k; a || b; a && b();
label: while (true) { break label; }
