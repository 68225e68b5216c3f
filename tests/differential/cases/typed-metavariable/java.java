import java.util.List;
import a.b.Foo;
class A {
  String f;
  Foo ff = new Foo();
  Foo make() { return null; }
  void m(String p, int i, List<String> l, List r, Foo foo) {
    foo(p);
    foo(f);
    foo(this.f);
    foo("lit");
    foo(i);
    foo(3);
    foo(l);
    foo(r);
    foo(p + "x");
    foo(i + 1);
    String q = "a";
    foo(q);
    var v = new Foo();
    v.bar();
    foo.bar();
    ff.bar();
    this.ff.bar();
    new Foo().bar();
    make().bar();
    ((Foo) p).bar();
    String[] arr = null;
    foo(arr);
    for (String s : arr) { foo(s); }
    try { } catch (Foo e) { e.bar(); }
    a.b.Foo w = null;
    w.bar();
    final String fin = null;
    foo(fin);
    var sv = "abc";
    foo(sv);
    foo(unknown);
    Foo lf = x -> x.bar();
    if (o instanceof Foo z) { z.bar(); }
    { int p2 = 3; foo(p2); }
    foo(p.length());
    foo(i > 3 ? p : q);
    foo(arr[0]);
    foo('c');
    foo(1.5);
    foo(true);
    foo(!flag);
    foo(-3);
    foo(-i);
  }
}
