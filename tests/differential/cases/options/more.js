function f() {
  const x = make();
  x.run();
  make().run();
  let z = make(1);
  z.run();
}
function g(flag) {
  let x = make();
  if (flag) {
    x = other();
  }
  x.run();
  const s = "a" + "b";
  eat(s);
}
foo(1);
bar(foo(2));
if (foo(3)) {
  foo(4);
  baz();
}
while (cond) {
  foo(5);
}
const y = foo(6);
for (foo(9); foo(10); foo(11)) { baz(); }
switch (foo(12)) { default: baz(); }
function g2() { if (x) { throw foo(13); } return foo(14); }
open_it();
for (const item of items) {
  close_it();
}
a | b | c;
c | a | b;
(a | b) | c;
a | (b | c);
a ^ b;
b ^ a;
a + b + c;
a && b && c;
a && (b && c);
if (a && b && c) { baz(); }
h = a || b || c || d;
const o = { a: 1, b: 2 };
const el5 = <ul><li>1</li><b>2</b><li>3</li></ul>;
const el6 = <ul><b>2</b><li>1</li></ul>;
const el7 = <ul><li>1</li></ul>;
class A { a = 1; m() { return 1; } }
