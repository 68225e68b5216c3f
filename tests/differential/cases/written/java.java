package a.b;
import java.util.*;
import javax.servlet.http.HttpServletRequest;
@Controller @RequestMapping("/x")
public class A extends B implements C, D {
  private static final String K = "abc";
  @Autowired Foo foo;
  int[] arr = {1, 2};
  public A(int x) { super(x); this.x = x; }
  @GetMapping(value = "/y", produces = "z")
  public String get(@RequestParam("q") String q, HttpServletRequest req, int... rest) throws IOException, SQLException {
    String s = req.getParameter("q"); final int n = 3; List<String> l = new ArrayList<>();
    Statement st = conn.createStatement();
    ResultSet rs = st.executeQuery("select " + s + " from t");
    if (s == null || s.equals("a")) { return null; } else if (n > 3) foo(); else { bar(); }
    for (int i = 0; i < n; i++) { foo(i); }
    for (String e : l) { foo(e); }
    while (true) { if (n == 1) break; else continue; }
    try (InputStream in = new FileInputStream(s); Reader r = open()) { in.read(); } catch (IOException | RuntimeException e) { log.error("x", e); } finally { rs.close(); }
    switch (n) { case 1: foo(); break; default: bar(); }
    Runnable rr = () -> { foo(); }; l.stream().map(x -> x + 1).filter(y -> { return true; }).collect(toList());
    l.forEach(this::foo); Object o = (String) q; if (o instanceof String) { foo(); }
    new Thread(new Runnable() { public void run() { foo(); } }).start();
    int[] b = new int[3]; b[0] = 1; x += 2; n++; --n; !a;
    synchronized (this) { foo(); } throw new RuntimeException("x" + s); 
  }
  void v() { return; }
  interface I { int q(); default int z() { return 1; } }
  enum E { P, Q; }
}
