package shop;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;
import javax.servlet.ServletException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.*;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.text.StringEscapeUtils;
import org.owasp.encoder.Encode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@WebServlet("/files/*")
public class ShopFiles extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(ShopFiles.class);
    private static final Path BASE = Paths.get("/srv/files").toAbsolutePath().normalize();
    private static final Set<String> HOSTS = new HashSet<>(Arrays.asList("api.example.com", "cdn.example.com"));

    private String param(HttpServletRequest req, String k) {
        String v = req.getParameter(k);
        return v == null ? "" : v.trim();
    }

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws ServletException, IOException {
        String f = param(req, "f");
        // ruleid: path-traversal
        try (InputStream in = new FileInputStream("/srv/files/" + f)) {
            in.transferTo(resp.getOutputStream());
        }
        File g = new File("/srv/files", FilenameUtils.getName(f));
        // ok: path-traversal
        try (InputStream in = new FileInputStream(g)) {
            in.transferTo(resp.getOutputStream());
        }
        Path p = BASE.resolve(f).normalize();
        if (!p.startsWith(BASE)) {
            resp.sendError(403);
            return;
        }
        // ok: path-traversal
        Files.copy(p, resp.getOutputStream());
    }

    @Override
    protected void doDelete(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        Path p = BASE.resolve(req.getPathInfo().substring(1));
        // ruleid: path-traversal
        Files.delete(p);
        int id = Integer.parseInt(req.getParameter("id"));
        // ok: path-traversal
        Files.deleteIfExists(BASE.resolve(id + ".bin"));
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException, ServletException {
        Part part = req.getPart("file");
        // ruleid: path-traversal
        part.write("/srv/up/" + part.getSubmittedFileName());
        // ok: path-traversal
        part.write("/srv/up/" + UUID.randomUUID());
        ZipInputStream zin = new ZipInputStream(part.getInputStream());
        ZipEntry e;
        while ((e = zin.getNextEntry()) != null) {
            File dest = new File("/srv/up", e.getName());
            // ruleid: path-traversal
            Files.copy(zin, dest.toPath());
        }
    }

    void unzipSafe(ZipInputStream zin) throws IOException {
        ZipEntry e;
        while ((e = zin.getNextEntry()) != null) {
            File dest = new File("/srv/up", e.getName());
            if (!dest.getCanonicalPath().startsWith(new File("/srv/up").getCanonicalPath() + File.separator)) {
                throw new IOException("escape");
            }
            // ok: path-traversal
            Files.copy(zin, dest.toPath());
        }
    }

    void hello(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        resp.setContentType("text/html");
        PrintWriter out = resp.getWriter();
        // ruleid: xss
        out.println("<p>" + req.getParameter("n") + "</p>");
        // ok: xss
        out.println("<p>" + Encode.forHtml(req.getParameter("n")) + "</p>");
        // ok: xss
        out.println("<p>" + StringEscapeUtils.escapeHtml4(req.getParameter("n")) + "</p>");
        Cookie[] cs = req.getCookies();
        for (Cookie c : cs) {
            // ruleid: xss
            out.printf("<li>%s</li>", c.getValue());
        }
        // ok: xss
        out.println("<p>" + Long.parseLong(req.getParameter("id")) + "</p>");
        Map<String, String> m = new HashMap<>();
        m.put("a", "safe");
        m.put("b", req.getParameter("b"));
        // ok: xss
        out.println(m.get("a"));
        // ruleid: xss
        out.println(m.get("b"));
    }

    void fetch(HttpServletRequest req, HttpServletResponse resp) throws Exception {
        URL u = new URL(req.getParameter("u"));
        // ruleid: ssrf
        HttpURLConnection c = (HttpURLConnection) u.openConnection();
        c.getInputStream().close();
        URI ok = new URI(req.getParameter("u"));
        if (!"https".equals(ok.getScheme()) || !HOSTS.contains(ok.getHost())) {
            resp.sendError(400);
            return;
        }
        // ok: ssrf
        ok.toURL().openStream().close();
        // ok: ssrf
        new URL("https://api.example.com/q?x=" + URLEncoder.encode(req.getParameter("x"), "UTF-8")).openStream().close();
    }

    void leave(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String to = req.getParameter("to");
        if (req.getParameter("raw") != null) {
            // ruleid: open-redirect
            resp.sendRedirect(to);
            return;
        }
        switch (to) {
            // ok: open-redirect
            case "docs": resp.sendRedirect("https://docs.example.com"); break;
            // ok: open-redirect
            default: resp.sendRedirect(req.getContextPath() + "/home");
        }
    }

    void logs(HttpServletRequest req) {
        String user = req.getParameter("user");
        // ruleid: log-injection
        LOG.info("login " + user);
        // ok: log-injection
        LOG.info("login {}", user.replaceAll("[\r\n]", "_"));
        // ok: log-injection
        LOG.info("page {}", Integer.valueOf(req.getParameter("p")));
    }

    void cookies(HttpServletRequest req, HttpServletResponse resp) {
        Cookie a = new Cookie("session", req.getSession().getId());
        a.setSecure(false);
        a.setHttpOnly(false);
        // ruleid: insecure-cookie
        resp.addCookie(a);
        Cookie b = new Cookie("session", req.getSession().getId());
        b.setSecure(true);
        b.setHttpOnly(true);
        // ok: insecure-cookie
        resp.addCookie(b);
    }

    void cors(HttpServletRequest req, HttpServletResponse resp) {
        // ruleid: cors
        resp.setHeader("Access-Control-Allow-Origin", req.getHeader("Origin"));
        resp.setHeader("Access-Control-Allow-Credentials", "true");
    }

    void corsOk(HttpServletResponse resp) {
        // ok: cors
        resp.setHeader("Access-Control-Allow-Origin", "https://shop.example.com");
        // ok: header-injection
        resp.setHeader("X-Content-Type-Options", "nosniff");
    }

    void split(HttpServletRequest req, HttpServletResponse resp) {
        // ruleid: authentication
        req.getSession().setAttribute("role", req.getParameter("role"));
        // ok: authentication
        req.getSession().setAttribute("theme", "dark");
    }
}
