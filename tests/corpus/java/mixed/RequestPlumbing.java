package t;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.*;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.*;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestClient;
import org.apache.commons.dbutils.QueryRunner;
import org.apache.commons.io.IOUtils;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.owasp.encoder.Encode;
import com.google.common.io.Resources;
import jakarta.persistence.EntityManager;
import io.vertx.sqlclient.SqlClient;

@WebServlet("/a")
public class A extends HttpServlet {
    private final Map<String, Function<String, String>> ops = new HashMap<>();
    private Connection conn;
    @Autowired private JdbcClient client;
    @Autowired private EntityManager em;
    private QueryRunner runner;

    private static class Params {
        private final String name;
        private final int size;
        Params(HttpServletRequest r) {
            this.name = r.getParameter("name");
            this.size = Integer.parseInt(r.getParameter("size"));
        }
        String name() { return name; }
        int size() { return size; }
    }

    record Query(String text, int limit) { }

    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        Params p = new Params(req);
        Query q = new Query(req.getParameter("q"), 10);
        try (Statement st = conn.createStatement()) {
            // ruleid: sql-injection
            st.executeQuery("SELECT * FROM a WHERE n='" + p.name() + "'");
            // ok: sql-injection
            st.executeQuery("SELECT * FROM a LIMIT " + p.size());
            // ruleid: sql-injection
            st.executeQuery("SELECT * FROM a WHERE t='" + q.text() + "'");
            st.executeQuery("SELECT * FROM a LIMIT " + q.limit());
            String text = """
                SELECT * FROM a WHERE n = '%s'
                """.formatted(p.name());
            // ruleid: sql-injection
            st.executeQuery(text);
            StringJoiner j = new StringJoiner(" AND ");
            j.add("a = 1").add("n = '" + p.name() + "'");
            // ruleid: sql-injection
            st.executeQuery("SELECT * FROM a WHERE " + j);
            Deque<String> stack = new ArrayDeque<>();
            stack.push(req.getParameter("x"));
            // ruleid: sql-injection
            st.executeQuery("SELECT '" + stack.pop() + "'");
            Supplier<String> sup = () -> req.getParameter("y");
            // todoruleid: sql-injection
            st.executeQuery("SELECT '" + sup.get() + "'");
            String joined = Stream.of(req.getParameterValues("z")).map(String::trim).collect(Collectors.joining(","));
            // ruleid: sql-injection
            st.executeQuery("SELECT " + joined);
            String ids = Arrays.stream(req.getParameterValues("z")).map(Integer::parseInt).map(String::valueOf).collect(Collectors.joining(","));
            // ok: sql-injection
            st.executeQuery("SELECT * FROM a WHERE id IN (" + ids + ")");
            String cond = req.getParameter("c") != null ? "c IS NULL" : "1=1";
            // ok: sql-injection
            st.executeQuery("SELECT * FROM a WHERE " + cond);
            String copy = new String(p.name().toCharArray());
            // ruleid: sql-injection
            st.executeQuery("SELECT '" + copy + "'");
            // ruleid: sql-injection
            runner.query(conn, "SELECT * FROM a WHERE n='" + p.name() + "'", null);
            // ruleid: sql-injection
            client.sql("SELECT * FROM a WHERE n='" + p.name() + "'").query();
            // ok: sql-injection
            client.sql("SELECT * FROM a WHERE n=?").param(p.name()).query();
            // ok: sql-injection
            em.createNamedQuery("A.byName").setParameter("n", p.name());
            // ruleid: sql-injection
            em.createQuery("delete from A a where a.n = '" + p.name() + "'").executeUpdate();
            // ok: sql-injection
            CallableStatement cs = conn.prepareCall("{call f(?)}");
            cs.setString(1, p.name());
        } catch (SQLException e) {
            // ok: data-exposure
            resp.getWriter().println("failed");
            // ruleid: data-exposure
            resp.getWriter().println(e.getMessage());
        }
    }

    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String u = req.getParameter("u");
        // ruleid: ssrf
        IOUtils.toString(new URL(u), "UTF-8");
        // ruleid: ssrf
        Resources.toByteArray(new URL(u));
        // ruleid: ssrf
        RestClient.create().get().uri(u).retrieve();
        // ok: ssrf
        RestClient.create("https://example.com").get().uri("/x?a={a}", u).retrieve();
        // ruleid: ssrf
        new HttpGet(u);
        // ok: ssrf
        URLConnection c = new URL("https://example.com/" + URLEncoder.encode(u, "UTF-8")).openConnection();
        c.connect();
        DatagramSocket ds = new DatagramSocket();
        // ok: ssrf
        ds.connect(InetAddress.getByName("localhost"), 1);
        ProcessBuilder b = new ProcessBuilder();
        List<String> cmd = new LinkedList<>();
        cmd.add("/bin/sh");
        cmd.add("-c");
        cmd.add(u);
        // ruleid: command-injection
        b.command(cmd);
        b.start();
        // ok: command-injection
        Runtime.getRuntime().exec(new String[] {"/usr/bin/id", "-u"}, null, new File("/"));
        // ruleid: command-injection
        Process pr = Runtime.getRuntime().exec(String.join(" ", "ping", u));
        String f = req.getPart("f").getSubmittedFileName();
        // ruleid: path-traversal
        try (OutputStream o = new FileOutputStream(new File("/srv/up", f))) {
            o.write(1);
        }
        // ruleid: path-traversal
        Files.move(Paths.get("/tmp/a"), Paths.get("/srv/" + u));
        // ruleid: path-traversal
        Files.newDirectoryStream(Paths.get("/srv", u));
        Path base = Paths.get("/srv").toAbsolutePath().normalize();
        Path wanted = base.resolve(u).normalize();
        if (wanted.startsWith(base)) {
            // ok: path-traversal
            Files.readAllLines(wanted);
        }
        File g = new File("/srv", u);
        if (g.getCanonicalPath().startsWith("/srv/")) {
            // ok: path-traversal
            new FileInputStream(g);
        }
        String safeName = u.replaceAll("[^a-zA-Z0-9]", "");
        // ok: path-traversal
        new FileInputStream("/srv/" + safeName);
        PrintWriter w = resp.getWriter();
        // ruleid: xss
        w.printf("<p>%s</p>", u);
        // ok: xss
        w.println("<p>" + Encode.forHtmlContent(u) + "</p>");
        // ruleid: xss
        w.print(new StringBuilder("<p>").append(u).append("</p>"));
        // ok: xss
        w.println(String.format("<p>%d</p>", u.length()));
        resp.setStatus(302);
        // ok: open-redirect
        resp.setHeader("Location", "/app/" + URLEncoder.encode(u, "UTF-8"));
        // ruleid: open-redirect
        resp.setHeader("Location", "https://" + u);
        // ok: open-redirect
        resp.sendRedirect(req.getRequestURL().append("/x").toString());
        String to = req.getParameter("to");
        // ruleid: open-redirect
        resp.sendRedirect(to == null ? "/" : to);
        // ruleid: open-redirect
        resp.sendRedirect(Objects.requireNonNullElse(to, "/"));
    }
}

@RestController
class B {
    private final Map<String, String> known = Map.of("a", "https://a.example.com");

    @GetMapping("/x")
    ResponseEntity<String> x(@RequestParam String k, RestClient rc) {
        // ok: ssrf
        return ResponseEntity.ok(rc.get().uri(known.get(k)).retrieve().body(String.class));
    }

    @GetMapping(path = "/y", produces = MediaType.TEXT_HTML_VALUE)
    public String y(@RequestParam("n") String n) {
        String greeting = "Hello, " + n;
        // ruleid: xss
        return "<html>" + greeting + "</html>";
    }

    @PostMapping("/z")
    public ResponseEntity<byte[]> z(@RequestBody Form form) throws IOException {
        // ok: command-injection
        Process p = new ProcessBuilder("git", "log", form.branch).start();
        // ruleid: command-injection
        Runtime.getRuntime().exec("git checkout " + form.branch);
        // ruleid: path-traversal
        byte[] b = Files.readAllBytes(Path.of("/srv/" + form.file));
        // ok: xss
        return ResponseEntity.ok(b);
    }

    static class Form {
        public String branch;
        public String file;
    }
}
