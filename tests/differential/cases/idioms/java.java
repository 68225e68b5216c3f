package a.b;

import java.util.List;
import java.util.*;
import static java.lang.Math.max;
import java.io.File;

@RestController
@RequestMapping("/x")
public class A extends B implements C, D {
    private static final String K = "k";
    int x;
    String[] arr = {"a", "b"};
    List<String> list = new ArrayList<>();

    static { foo(); }

    public A() { super(); }
    public A(int x) { this.x = x; }

    public void m() { }
    private static int n(int a, String b) throws IOException { return a; }
    @GetMapping("/y")
    public String annotated(@RequestParam String q, @PathVariable("id") final int id) { return q; }
    @Override
    public <T> T generic(T t) { return t; }
    abstract void abs();
    void varargs(String... s) { }

    void body(HttpServletRequest req) throws Exception {
        foo();
        foo(1);
        foo(1, 2);
        foo("a");
        foo('c');
        foo(null);
        foo(true);
        foo(-1);
        foo(1 + 2);
        foo("a" + x);
        foo("a" + x + "b");
        foo(bar(1));
        foo(new Bar(1));
        foo(() -> bar());
        foo(a -> a);
        foo((a, b) -> { bar(); });
        foo(A::m);
        foo((String) x);
        foo(x ? 1 : 2);
        foo(arr[0]);
        foo(new int[]{1, 2});
        foo(A.class);
        foo(this);
        foo(1L);
        foo(1.5f);
        this.foo(1);
        obj.foo(1);
        obj.bar.foo(1);
        obj.foo(1).bar(2);
        A.stat(1);
        new Bar();
        new Bar(1, "x");
        new Bar() { void x() { } };
        new File(x);
        new java.io.File(x);
        Math.max(1, 2);
        max(1, 2);
        String s = "a";
        String t;
        int i = 1, j = 2;
        final int k = 3;
        var v = foo(1);
        List<String> l = new ArrayList<String>();
        x = 1;
        this.x = 2;
        arr[0] = "z";
        x += 1;
        x++;
        if (a) { foo(); }
        if (a) foo();
        if (a) { foo(); } else { bar(); }
        if (a) { foo(); } else if (b) { bar(); } else { baz(); }
        for (int q = 0; q < 10; q++) { foo(q); }
        for (String e : arr) { foo(e); }
        while (a) { foo(); }
        do { foo(); } while (a);
        try { foo(); } catch (IOException e) { bar(e); }
        try { foo(); } catch (IOException | RuntimeException e) { bar(e); } finally { baz(); }
        try (InputStream in = open()) { foo(in); }
        try { foo(); } finally { bar(); }
        switch (a) { case 1: foo(); break; default: bar(); }
        synchronized (this) { foo(); }
        throw new RuntimeException("a");
        assert a : "m";
        boolean r = a == b;
        r = a == a;
        r = a.equals(b);
        r = a.equals(a);
        r = a != null;
        r = a && b;
        r = a || b;
        r = !a;
        r = a instanceof String;
        r = a < b;
        int sh = 1 << 3;
        String sb = new StringBuilder().append("a").append(x).toString();
        req.getParameter("x").trim();
        Object o = (Object) (x);
        return;
    }
}
interface If { void q(); }
enum En { P, Q }


import java.sql.*;
import javax.servlet.http.*;
import java.security.MessageDigest;

@Controller
public class C2 extends HttpServlet {
    private Statement statement;
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = request.getParameter("name");
        statement.executeQuery("select " + name);
        String query = "select " + name;
        statement.executeQuery(query);
        response.getWriter().write(name);
        response.getWriter().write(encode(name));
        PreparedStatement p = connection.prepareStatement("select ?");
        p.setString(1, name);
        Cookie cookie = new Cookie("a", name);
        cookie.setSecure(false);
        Cookie other = new Cookie("b", name);
        other.setSecure(true);
        Runtime.getRuntime().exec(name);
        new ProcessBuilder(name).start();
        if (name.equals("x")) { response.sendRedirect(name); }
    }
    public String hash(String x) throws Exception {
        MessageDigest md = MessageDigest.getInstance("MD5");
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        try { return run(x); } catch (Exception e) { return null; }
    }
    @GetMapping("/a")
    public String mapped(@RequestParam String q, String r) {
        statement.executeQuery(q);
        statement.executeQuery(r);
        for (String s : list) { statement.executeQuery(s); }
        return "x";
    }
    void m(Object o) {
        String s = (String) o;
        foo(o, o);
        foo(o, s);
        if (s == "a") { return; }
        new Thread(() -> { statement.execute(s); }).start();
        synchronized (this) { run(); }
    }
}
