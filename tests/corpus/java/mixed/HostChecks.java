package bench;
import java.net.*;
import java.sql.*;
import java.util.*;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;
class HostChecks extends HttpServlet {
    static final Set<String> OK = Set.of("a.example.com");
    void a(HttpServletRequest r, HttpServletResponse resp, Connection c) throws Exception {
        URL u = new URL(r.getParameter("u"));
        String h = u.getHost();
        if (!OK.contains(h)) { throw new SecurityException(); }
        // ok: ssrf
        u.openConnection();
        URI v = URI.create(r.getParameter("v"));
        String hv = v.getHost();
        if (hv == null || !hv.endsWith(".example.com")) { throw new SecurityException(); }
        // ok: ssrf
        v.toURL().openStream();
        String s = r.getParameter("s");
        String hs = new URI(s).getHost();
        if (!OK.contains(hs)) { return; }
        // ok: ssrf
        new URL(s).openStream();
        PreparedStatement ps = c.prepareStatement("select a from t where b = ?");
        ps.setString(1, r.getParameter("b"));
        ResultSet rs = ps.executeQuery();
        rs.next();
        // ok: xss
        resp.getWriter().println(rs.getString(1));
        // ok: path-traversal
        new java.io.File("/srv/" + rs.getString("path")).delete();
        // ok: open-redirect
        resp.sendRedirect(rs.getString("url"));
        User user = dao.findById(r.getParameter("id"));
        // ok: path-traversal
        new java.io.File("/srv/" + user.getPath()).delete();
        // ok: open-redirect
        resp.sendRedirect(user.getHome());
        // ruleid: xss
        resp.getWriter().println("<p>" + r.getParameter("b"));
        // ruleid: path-traversal
        new java.io.File("/srv/" + helper(r.getParameter("k"))).delete();
    }
    String helper(String x) { return x.trim(); }
}
