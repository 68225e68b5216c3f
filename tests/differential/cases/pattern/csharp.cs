using System;
using System.Data.SqlClient;
class A : B {
  [Attr(1)] public async Task<int> F(string s, int n = 1) {
    var a = $"q {s}";
    string b = "x" + s;
    if (n == 1) { return 1; } else foo.Bar(a, k: 1);
    var c = new SqlCommand("x" + s, conn);
    foreach (var x in y) { x.Z(); }
    try { G(); } catch (Exception e) { }
    E = s;
    await G();
    this.h["k"] = 1;
    foo.Bar(a);
    Console.WriteLine("hi");
    if (a == a) { return 2; }
    Process.Start("cmd", s);
    var md = MD5.Create();
    return 3;
  }
  private int g() { return 1; }
}
