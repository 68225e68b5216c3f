function f(q, r) {
  g(q);
  return r.s;
}
f((q) => q.t);
class A {
  m(q) {}
}
