function f(a) {
  // ruleid: empty-if-statement
  if (a); {
    a.b();
  }
  // ok: empty-if-statement
  if (a) {
    a.b();
  }
  // ok: empty-if-statement
  if (a) a.b();
}
