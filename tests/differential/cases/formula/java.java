package a;

import java.sql.*;
import javax.servlet.http.*;
import java.security.MessageDigest;

@Controller
public class C extends HttpServlet {
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
