package bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.*;
import java.util.*;
import java.util.stream.Collectors;
import javax.servlet.ServletException;
import javax.servlet.http.*;
import javax.sql.DataSource;
import org.apache.commons.lang3.StringUtils;
import org.owasp.esapi.ESAPI;
import org.owasp.esapi.codecs.MySQLCodec;

public class SqlJdbc extends HttpServlet {
    private Connection con;
    private DataSource ds;
    private String lastName;
    private static final String BASE = "SELECT * FROM users WHERE ";

    enum Column { NAME, AGE }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String param = request.getParameter("id");
        try {
            Statement st = con.createStatement();
            // ruleid: sql-injection
            st.executeQuery("SELECT * FROM users WHERE id='" + param + "'");
            // ruleid: sql-injection
            st.execute("DELETE FROM users WHERE id=" + param);
            // ruleid: sql-injection
            st.executeUpdate("UPDATE users SET a=1 WHERE id=" + param);
            // ruleid: sql-injection
            st.executeLargeUpdate("UPDATE users SET a=1 WHERE id=" + param);
            // ruleid: sql-injection
            st.addBatch("INSERT INTO x VALUES ('" + param + "')");
            // ok: sql-injection
            st.executeQuery("SELECT * FROM users WHERE id=" + Integer.parseInt(param));
            // ok: sql-injection
            st.executeQuery("SELECT * FROM users");
            // ok: sql-injection
            PreparedStatement ps = con.prepareStatement("SELECT * FROM users WHERE id=?");
            ps.setString(1, param);
            // ok: sql-injection
            ps.executeQuery();
            // ruleid: sql-injection
            con.prepareStatement(BASE + "id='" + param + "'");
            // ruleid: sql-injection
            con.prepareCall("{call " + param + "}");
            // ok: sql-injection
            con.prepareCall("{call foo(?)}");
            // ok: sql-injection
            con.prepareStatement(BASE + "id=?");
            // ruleid: sql-injection
            con.nativeSQL("select " + param);
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Map<String, Object> map = new HashMap<>();
        map.put("keyA", "a-Value");
        map.put("keyB", request.getHeader("vector"));
        String bar = (String) map.get("keyB");
        String baz = (String) map.get("keyA");
        List<String> values = new ArrayList<>();
        values.add("safe");
        values.add(bar);
        values.add("moresafe");
        values.remove(0);
        String first = values.get(0);
        String second = values.get(1);
        StringBuilder sb = new StringBuilder("SELECT * FROM t WHERE n='");
        sb.append(bar).append("'");
        String fmt = String.format("SELECT * FROM t WHERE n='%s'", bar);
        String num = String.format("SELECT * FROM t WHERE n=%d", bar.length());
        int n = 106;
        String guess = (7 * 18) + n > 200 ? "This_should_always_happen" : bar;
        String sw;
        char c = "ABC".charAt(1);
        switch (c) {
            case 'A': sw = bar; break;
            case 'B': sw = "bob"; break;
            default: sw = bar; break;
        }
        String sw2;
        char c2 = "ABC".charAt(2);
        switch (c2) {
            case 'A': sw2 = "bob"; break;
            case 'C': sw2 = bar; break;
            default: sw2 = "x"; break;
        }
        String thing = new Thing().doSomething(bar);
        try (Statement s = con.createStatement()) {
            // ruleid: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n='" + bar + "'");
            // ok: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n='" + baz + "'");
            // ruleid: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n='" + first + "'");
            // ok: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n='" + second + "'");
            // ruleid: sql-injection
            s.executeQuery(sb.toString());
            // ruleid: sql-injection
            s.executeQuery(fmt);
            // ok: sql-injection
            s.executeQuery(num);
            // ok: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n='" + guess + "'");
            // ok: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n='" + sw + "'");
            // ruleid: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n='" + sw2 + "'");
            // ruleid: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n='" + thing + "'");
            // ok: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n='" + ESAPI.encoder().encodeForSQL(new MySQLCodec(MySQLCodec.Mode.STANDARD), bar) + "'");
            // ok: sql-injection
            s.executeQuery("SELECT * FROM t ORDER BY " + Column.valueOf(bar));
            // ruleid: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n='" + bar.trim().toLowerCase().substring(1) + "'");
            // ok: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n=" + (bar.equals("x") ? 1 : 2));
            // ruleid: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n='" + pick(bar) + "'");
            // ok: sql-injection
            s.executeQuery("SELECT * FROM t WHERE n='" + constant(bar) + "'");
        } catch (SQLException e) {
            response.sendError(500);
        }
    }

    private static String pick(String in) {
        String r = in;
        if (r == null) {
            r = "";
        }
        return r;
    }

    private static String constant(String in) {
        return "constant";
    }

    static class Thing {
        public String doSomething(String i) {
            String r = i + "_x";
            return r;
        }
    }

    void sources(HttpServletRequest req) throws Exception {
        Statement s = ds.getConnection().createStatement();
        for (Cookie ck : req.getCookies()) {
            if (ck.getName().equals("x")) {
                // ruleid: sql-injection
                s.execute("SELECT '" + ck.getValue() + "'");
            }
        }
        Enumeration<String> names = req.getParameterNames();
        while (names.hasMoreElements()) {
            String nm = names.nextElement();
            // ruleid: sql-injection
            s.execute("SELECT '" + nm + "'");
            String[] vs = req.getParameterValues(nm);
            // ruleid: sql-injection
            s.execute("SELECT '" + vs[0] + "'");
        }
        Map<String, String[]> all = req.getParameterMap();
        // ruleid: sql-injection
        s.execute("SELECT '" + all.get("a")[0] + "'");
        for (Map.Entry<String, String[]> e : all.entrySet()) {
            // ruleid: sql-injection
            s.execute("SELECT '" + e.getValue()[0] + "'");
        }
        // ruleid: sql-injection
        s.execute("SELECT '" + req.getQueryString() + "'");
        // ruleid: sql-injection
        s.execute("SELECT '" + req.getRequestURI() + "'");
        // ruleid: sql-injection
        s.execute("SELECT '" + req.getPathInfo() + "'");
        BufferedReader br = req.getReader();
        String line = br.readLine();
        // ruleid: sql-injection
        s.execute("SELECT '" + line + "'");
        String body = br.lines().collect(Collectors.joining("\n"));
        // ruleid: sql-injection
        s.execute("SELECT '" + body + "'");
        Enumeration<String> hs = req.getHeaders("X-H");
        if (hs.hasMoreElements()) {
            // ruleid: sql-injection
            s.execute("SELECT '" + hs.nextElement() + "'");
        }
        // ok: sql-injection
        s.execute("SELECT '" + req.getServletContext().getInitParameter("x") + "'");
        // ok: sql-injection
        s.execute("SELECT '" + req.getMethod().length() + "'");
        // ok: sql-injection
        s.execute("SELECT " + req.getContentLength());
    }

    void guards(HttpServletRequest req, HttpServletResponse resp) throws Exception {
        Statement s = con.createStatement();
        String order = req.getParameter("order");
        if (!order.matches("[a-z]+")) {
            resp.sendError(400);
            return;
        }
        // ok: sql-injection
        s.execute("SELECT * FROM t ORDER BY " + order);
        Set<String> allowed = Set.of("a", "b");
        String col = req.getParameter("col");
        if (allowed.contains(col)) {
            // ok: sql-injection
            s.execute("SELECT " + col + " FROM t");
        } else {
            // ruleid: sql-injection
            s.execute("SELECT " + col + " FROM t");
        }
        String dir = "desc".equalsIgnoreCase(req.getParameter("d")) ? "DESC" : "ASC";
        // ok: sql-injection
        s.execute("SELECT * FROM t ORDER BY a " + dir);
        String uuid = UUID.fromString(req.getParameter("u")).toString();
        // ok: sql-injection
        s.execute("SELECT * FROM t WHERE u='" + uuid + "'");
        if (StringUtils.isAlphanumeric(req.getParameter("z"))) {
            resp.setStatus(200);
        }
        String z = req.getParameter("zz");
        if (StringUtils.isNumeric(z)) {
            // ok: sql-injection
            s.execute("SELECT * FROM t WHERE z=" + z);
        }
        String t;
        switch (req.getParameter("t")) {
            case "u": t = "users"; break;
            case "g": t = "groups"; break;
            default: throw new IllegalArgumentException();
        }
        // ok: sql-injection
        s.execute("SELECT * FROM " + t);
        lastName = req.getParameter("last");
        byField();
        long id = Long.valueOf(req.getParameter("id"));
        // ok: sql-injection
        s.execute("SELECT * FROM t WHERE id=" + id);
        List<String> cols = Arrays.stream(req.getParameterValues("c")).filter(allowed::contains).collect(Collectors.toList());
        s.execute("SELECT " + String.join(",", cols) + " FROM t");
        // ruleid: sql-injection
        s.execute("SELECT " + String.join(",", req.getParameterValues("c")) + " FROM t");
        String marks = Arrays.stream(req.getParameterValues("c")).map(v -> "?").collect(Collectors.joining(","));
        // ok: sql-injection
        con.prepareStatement("SELECT * FROM t WHERE id IN (" + marks + ")");
        Optional<String> o = Optional.ofNullable(req.getParameter("o"));
        // ruleid: sql-injection
        s.execute("SELECT '" + o.orElse("x") + "'");
        o.ifPresent(v -> {
            try {
                // ruleid: sql-injection
                s.execute("SELECT '" + v + "'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void byField() throws SQLException {
        // ruleid: sql-injection
        con.createStatement().execute("SELECT '" + this.lastName + "'");
    }
}
