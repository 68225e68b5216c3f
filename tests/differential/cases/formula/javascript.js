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
