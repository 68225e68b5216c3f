package com.acme.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.sql.*;
import java.util.*;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.naming.*;
import javax.naming.directory.*;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.*;
import javax.xml.parsers.*;
import javax.xml.transform.*;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.*;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@WebServlet("/portal")
public class PortalServlet extends HttpServlet {
    private static final Logger log = Logger.getLogger(PortalServlet.class.getName());
    private static final Set<String> ALLOWED_REPORTS = new HashSet<>(Arrays.asList("daily", "weekly"));
    private static final Pattern SAFE = Pattern.compile("^[\\w.-]{1,64}$");
    private transient DataSourceHolder holder;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String action = Optional.ofNullable(request.getParameter("action")).orElse("list");
        try {
            switch (action) {
                case "find" -> find(request, response);
                case "report" -> report(request, response);
                case "proxy" -> proxy(request, response);
                default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST, "unknown action");
            }
        } catch (SQLException e) {
            // ruleid: data-exposure
            response.getWriter().println("Database error: " + e.getMessage());
        } catch (Exception e) {
            // ok: data-exposure
            log.severe("request failed: " + e);
            response.sendError(500);
        }
    }

    private void find(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = request.getParameter("name");
        String order = request.getParameter("order");
        String safeOrder = "name".equals(order) || "age".equals(order) ? order : "id";
        String query = "SELECT id, name FROM people WHERE name LIKE '%" + name + "%' ORDER BY id";
        // ruleid: sql-injection
        try (Connection c = holder.get(); Statement s = c.createStatement(); ResultSet rs = s.executeQuery(query)) {
            while (rs.next()) {
                // ok: xss
                response.getWriter().println("<li>" + rs.getString("name") + "</li>");
            }
        }
        // ok: sql-injection
        try (Connection c = holder.get(); PreparedStatement s = c.prepareStatement("SELECT id FROM people WHERE name LIKE ? ORDER BY " + safeOrder)) {
            s.setString(1, "%" + name + "%");
            // ok: sql-injection
            s.executeQuery();
        }
        String filter = "(&(objectClass=user)(cn=" + name + "))";
        DirContext ctx = new InitialDirContext();
        // ruleid: ldap-injection
        ctx.search("dc=acme", filter, new SearchControls());
        String escaped = name.replace("\\", "\\5c").replace("*", "\\2a").replace("(", "\\28").replace(")", "\\29");
        // ok: ldap-injection
        ctx.search("dc=acme", "(cn=" + escaped + ")", new SearchControls());
    }

    private void report(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String report = request.getParameter("report");
        if (ALLOWED_REPORTS.contains(report)) {
            // ok: command-injection
            new ProcessBuilder("/opt/bin/report.sh", report).start();
            // ok: command-injection
            Runtime.getRuntime().exec("/opt/bin/report.sh " + report);
        }
        // ruleid: command-injection
        Process p = Runtime.getRuntime().exec(new String[] {"/bin/sh", "-c", "/opt/bin/report.sh " + report});
        String file = request.getParameter("file");
        Path base = Paths.get("/var/reports");
        // ruleid: path-traversal
        try (InputStream in = Files.newInputStream(base.resolve(file)); OutputStream out = response.getOutputStream()) {
            in.transferTo(out);
        }
        if (!SAFE.matcher(file).matches() || file.contains("..")) {
            throw new IllegalArgumentException("bad name");
        }
        // ok: path-traversal
        try (InputStream in = Files.newInputStream(base.resolve(file))) {
            in.transferTo(response.getOutputStream());
        }
    }

    private void proxy(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String target = request.getParameter("target");
        // ruleid: ssrf
        HttpURLConnection connection = (HttpURLConnection) new URL(target).openConnection();
        connection.setInstanceFollowRedirects(true);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(connection.getInputStream()))) {
            // ok: header-injection
            response.getWriter().write(reader.readLine());
        }
        String host = new URL(target).getHost();
        if (!host.equals("partner.example.com")) {
            response.sendError(403);
            return;
        }
        // ok: ssrf
        new URL(target).openStream();
        // ruleid: open-redirect
        response.sendRedirect(request.getParameter("returnTo"));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        // ok: deserialization
        Map<?, ?> body = mapper.readValue(request.getInputStream(), Map.class);
        String xml = (String) body.get("xml");
        try {
            DocumentBuilderFactory dbf = DocumentBuilderFactory.newInstance();
            // ruleid: xxe
            Document doc = dbf.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            DocumentBuilderFactory ok = DocumentBuilderFactory.newInstance();
            ok.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            ok.setXIncludeAware(false);
            ok.setExpandEntityReferences(false);
            // ok: xxe
            Document doc2 = ok.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            // ok: xxe
            Transformer t = TransformerFactory.newInstance().newTransformer();
            t.transform(new DOMSource(doc2), new StreamResult(response.getWriter()));
        } catch (Exception e) {
            // ruleid: data-exposure
            e.printStackTrace(response.getWriter());
        }
        HttpSession session = request.getSession();
        Object cart = session.getAttribute("cart");
        byte[] state = Base64.getDecoder().decode(request.getParameter("state"));
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(state))) {
            // ruleid: deserialization
            cart = in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
        Cookie remember = new Cookie("remember_me", request.getParameter("user"));
        remember.setMaxAge(30 * 24 * 3600);
        // ruleid: insecure-cookie
        response.addCookie(remember);
        // ruleid: log-injection
        log.info("login for " + request.getParameter("user"));
        // ruleid: log-injection
        log.info("password is " + request.getParameter("password"));
    }

    static String token() {
        Random random = new Random();
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            sb.append("abcdef0123456789".charAt(random.nextInt(16)));
        }
        return sb.toString();
    }

    static String hash(String password) throws Exception {
        // ruleid: weak-hash
        MessageDigest md = MessageDigest.getInstance("MD5");
        return new String(md.digest(password.getBytes()));
    }

    static byte[] encrypt(byte[] data) throws Exception {
        // ruleid: hardcoded-secret
        Key key = new SecretKeySpec("1234567890abcdef".getBytes(StandardCharsets.UTF_8), "AES");
        // ruleid: weak-crypto
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(data);
    }

    static boolean verify(byte[] expected, byte[] actual) {
        // ok: timing
        return MessageDigest.isEqual(expected, actual);
    }

    interface DataSourceHolder { Connection get() throws SQLException; }
}
