using System; using System.IO;
namespace N {
  [ApiController] [Route("x")]
  public class A : B, IC {
    private readonly string k = "abc"; public string P { get; set; }
    public A(int x) : base(x) { this.x = x; }
    [HttpGet("y")] public async Task<IActionResult> Get([FromQuery] string q, int n = 1) {
      var c = new SqlCommand("select " + q, conn); c.ExecuteReader();
      string s = $"a {q}"; var d = string.Format("a {0}", q);
      if (q == null) { return null; } else if (n > 1) Foo(); else { Bar(); }
      foreach (var e in l) { Foo(e); } for (int i = 0; i < n; i++) { Foo(i); } while (true) { break; }
      try { Foo(); } catch (IOException ex) { throw; } catch { } finally { Bar(); }
      using (var f = File.Open("x", FileMode.Open)) { f.Read(); } using var g = new StreamReader(q);
      var o = new P { X = 1, Y = q }; var a = new[] { 1, 2 }; int[] b = new int[3];
      l.Select(z => z + 1).Where((z) => { return true; }).ToList(); await Bar();
      var r = q ?? "d"; var t = n > 1 ? 1 : 2; object u = (string)q; if (u is string v) { } var w = u as string;
      ServicePointManager.ServerCertificateValidationCallback = (a1, b1, c1, d1) => true;
      Process.Start("cmd", "/c " + q); MD5.Create(); return Redirect(q); lock (this) { } throw new Exception("x" + q); x += 1; n++;
    }
  }
}
