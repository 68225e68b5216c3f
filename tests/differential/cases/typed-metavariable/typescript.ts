import { Foo } from "m";
const top: Foo = null;
function f(a: string, b: Foo, c?: Foo, d: Foo = null) {
  foo(a);
  foo("s");
  foo(`t`);
  foo(1);
  b.bar();
  c.bar();
  d.bar();
  const e: Foo = null;
  e.bar();
  const g = new Foo();
  g.bar();
  new Foo().bar();
  top.bar();
  (a as Foo).bar();
  foo(a + "x");
  let n: number = 3;
  foo(n);
  const h = (i: Foo) => i.bar();
}
class K {
  q: Foo;
  constructor(private r: Foo) {}
  m() { this.q.bar(); this.r.bar(); }
}
