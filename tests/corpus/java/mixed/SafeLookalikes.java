package bench;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.security.*;
import java.sql.*;
import java.util.*;
import java.util.regex.*;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.servlet.http.*;
import javax.ws.rs.*;
import org.slf4j.*;
import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestTemplate;
import javax.validation.constraints.*;
import javax.validation.*;

@RestController
@RequestMapping("/safe")
public class SafeLookalikes {
    private static final Logger LOG = LoggerFactory.getLogger(SafeLookalikes.class);
    private static final Map<String, String> COLUMNS = Map.of("name", "u.name", "date", "u.created");
    private static final List<String> HOSTS = List.of("api.example.com");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private final Map<String, Path> files = new HashMap<>();
    private JdbcTemplate jdbc;
    private RestTemplate rest;
    private Connection con;

    enum Sort { NAME("u.name"), DATE("u.created"); final String col; Sort(String c) { col = c; } String col() { return col; } }

    @GetMapping("/1")
    public Object one(@RequestParam String sort, @RequestParam Sort by, @RequestParam("n") Integer n, @PathVariable UUID id, @RequestParam LocalDateX d) throws Exception {
        String col = COLUMNS.get(sort);
        if (col == null) { return null; }
        // ok: sql-injection
        jdbc.queryForList("select * from u order by " + col);
        // ok: sql-injection
        jdbc.queryForList("select * from u order by " + by.col());
        // ok: sql-injection
        jdbc.queryForList("select * from u order by " + by.col);
        // ok: sql-injection
        jdbc.queryForList("select * from u limit " + n);
        // ok: sql-injection
        jdbc.queryForList("select * from u where id = '" + id + "'");
        // ok: sql-injection
        jdbc.queryForList("select * from u where name = ?", sort);
        String sql = "select * from u where 1=1";
        List<Object> params = new ArrayList<>();
        if (sort != null) { sql += " and name = ?"; params.add(sort); }
        // ok: sql-injection
        jdbc.queryForList(sql, params.toArray());
        // ok: sql-injection
        PreparedStatement ps = con.prepareStatement("select * from u where name = ?");
        ps.setString(1, sort);
        // ok: sql-injection
        ps.executeQuery();
        // ok: sql-injection
        ps.setObject(1, sort);
        String table = "u" + (n > 5 ? "_big" : "_small");
        // ok: sql-injection
        jdbc.queryForList("select * from " + table);
        if (!ID.matcher(sort).matches()) { throw new IllegalArgumentException("bad"); }
        // ok: sql-injection
        jdbc.queryForList("select * from u where name = '" + sort + "'");
        // ok: path-traversal
        new File("/srv/" + sort + ".txt").delete();
        // ok: command-injection
        Runtime.getRuntime().exec("touch " + sort);
        return null;
    }

    @GetMapping("/2")
    public Object two(@RequestParam String f, @RequestParam String u, HttpServletResponse resp, HttpServletRequest req) throws Exception {
        Path p = files.get(f);
        // ok: path-traversal
        Files.readAllBytes(p);
        Path base = Paths.get("/srv/data");
        Path t = base.resolve(f).toAbsolutePath().normalize();
        if (!t.startsWith(base)) { throw new SecurityException(); }
        // ok: path-traversal
        Files.readString(t);
        Path real = base.resolve(f).toRealPath();
        if (!real.startsWith(base.toRealPath())) { throw new SecurityException(); }
        // ok: path-traversal
        Files.readString(real);
        String name = Paths.get(f).getFileName().toString();
        // ok: path-traversal
        Files.readString(base.resolve(name));
        if (f.indexOf("..") >= 0 || f.startsWith("/")) { return null; }
        // ok: path-traversal
        Files.readString(base.resolve(f));
        URI uri = new URI(u);
        if (!"https".equals(uri.getScheme()) || !HOSTS.contains(uri.getHost())) { throw new SecurityException(); }
        // ok: ssrf
        rest.getForObject(uri, String.class);
        // ok: ssrf
        rest.getForObject("https://api.example.com/q?u={u}", String.class, u);
        // ok: ssrf
        rest.postForObject("https://api.example.com/q", Map.of("u", u), String.class);
        HttpHeaders h = new HttpHeaders();
        // ok: header-injection
        h.set("X-User", f);
        // ok: open-redirect
        resp.setHeader("Location", "/items/" + URLEncoder.encode(u, "UTF-8"));
        // ok: open-redirect
        resp.sendRedirect("https://www.example.com/go?u=" + URLEncoder.encode(u, "UTF-8"));
        Map<String, String> targets = Map.of("home", "/home", "cart", "/cart");
        // ok: open-redirect
        resp.sendRedirect(targets.getOrDefault(u, "/home"));
        switch (u) {
            // ok: open-redirect
            case "a": resp.sendRedirect("/a"); break;
            // ok: open-redirect
            default: resp.sendRedirect("/");
        }
        // ok: log-injection
        LOG.info("size {}", f.length());
        // ok: log-injection
        LOG.info("file {}", f.replaceAll("[\r\n\t]", "_"));
        // ok: log-injection
        LOG.info("file {}", f.replaceAll("[^a-zA-Z0-9]", ""));
        return null;
    }

    @PostMapping("/3")
    public ResponseEntity<?> three(@Valid @RequestBody Dto dto) {
        // ok: sql-injection
        jdbc.update("insert into t(a) values (?)", dto.name);
        // ok: sql-injection
        jdbc.update("update t set n = " + dto.count);
        // ok: sql-injection
        jdbc.update("update t set n = " + dto.getCount());
        // ok: sql-injection
        jdbc.update("update t set n = " + dto.isActive());
        // ok: xss
        return ResponseEntity.ok(dto);
    }

    static class Dto {
        @NotBlank String name;
        int count;
        boolean active;
        public int getCount() { return count; }
        public boolean isActive() { return active; }
    }

    byte[] crypt(SecretKey k, byte[] data, char[] pw) throws Exception {
        byte[] iv = new byte[12];
        // ok: weak-random
        SecureRandom rnd = new SecureRandom();
        // ok: weak-random
        rnd.nextBytes(iv);
        // ok: authentication
        Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
        // ok: authentication
        c.init(Cipher.ENCRYPT_MODE, k, new GCMParameterSpec(128, iv));
        byte[] salt = new byte[16];
        // ok: weak-random
        SecureRandom.getInstanceStrong().nextBytes(salt);
        // ok: authentication
        PBEKeySpec spec = new PBEKeySpec(pw, salt, 210_000, 256);
        // ok: authentication
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec);
        KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
        // ok: authentication
        g.initialize(3072);
        KeyPairGenerator e = KeyPairGenerator.getInstance("EC");
        // ok: authentication
        e.initialize(256);
        // ok: timing
        MessageDigest.isEqual(iv, salt);
        // ok: weak-hash
        Mac m = Mac.getInstance("HmacSHA256");
        // ok: weak-hash
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        // ok: weak-hash
        Signature s = Signature.getInstance("Ed25519");
        return c.doFinal(data);
    }

    // ok: hardcoded-secret
    private static final String PASSWORD_FIELD = "password";
    // ok: hardcoded-secret
    private static final String TOKEN_HEADER = "X-Auth-Token";
    // ok: hardcoded-secret
    private static final String SECRET_NAME = "prod/db/secret";
    // ok: hardcoded-secret
    private static final String PASSWORD_REGEX = "^(?=.*[0-9])(?=.*[a-z]).{8,}$";
    // ok: hardcoded-secret
    private static final String API_KEY_ENV = "MY_API_KEY";
    // ok: hardcoded-secret
    private final String password = System.getenv("DB_PASSWORD");
    @org.springframework.beans.factory.annotation.Value("${db.password}")
    // ok: hardcoded-secret
    private String dbPassword;
    // ok: hardcoded-secret
    private String token = UUID.randomUUID().toString();
    // ok: hardcoded-secret
    private static final String PASSWORD_PROMPT = "Enter your password:";
    // ok: hardcoded-secret
    private static final String DEFAULT_PASSWORD = "";

    void html(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        PrintWriter w = resp.getWriter();
        String n = req.getParameter("n");
        // ok: xss
        w.println(org.owasp.encoder.Encode.forHtml(n));
        // ok: xss
        w.println("<a href=\"/q?x=" + URLEncoder.encode(n, "UTF-8") + "\">");
        // ok: xss
        w.println(org.apache.commons.lang3.StringEscapeUtils.escapeHtml4(n));
        // ok: xss
        w.println(Boolean.parseBoolean(n));
        // ok: xss
        w.println("<p>Welcome</p>");
        // ok: xss
        w.println(n.hashCode());
        // ok: xss
        if ("a".equals(n) || "b".equals(n)) { w.println("<p>" + n); }
        // ok: xss
        w.println(escape(n));
        // ok: xss
        w.println(org.jsoup.Jsoup.clean(n, org.jsoup.safety.Safelist.basic()));
        resp.setContentType("application/json");
    }

    private static String escape(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    void proc(String user) throws Exception {
        // ok: command-injection
        new ProcessBuilder("id", user).start();
        // ok: command-injection
        new ProcessBuilder(List.of("id", user)).start();
        // ok: command-injection
        Runtime.getRuntime().exec(new String[] {"id", user});
        // ok: command-injection
        Runtime.getRuntime().exec("ls -la");
        // ok: command-injection
        ProcessBuilder pb = new ProcessBuilder("git", "log", "--author", user);
        // ok: path-traversal
        pb.directory(new File("/srv"));
    }

    void deser(InputStream in, String s) throws Exception {
        // ok: deserialization
        new com.fasterxml.jackson.databind.ObjectMapper().readValue(s, Dto.class);
        // ok: deserialization
        new com.google.gson.Gson().fromJson(s, Dto.class);
        // ok: deserialization
        new org.yaml.snakeyaml.Yaml(new org.yaml.snakeyaml.constructor.SafeConstructor(new org.yaml.snakeyaml.LoaderOptions())).load(in);
        ObjectInputStream ois = new ObjectInputStream(in) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass d) throws IOException, ClassNotFoundException {
                if (!d.getName().equals(Dto.class.getName())) { throw new InvalidClassException("no"); }
                return super.resolveClass(d);
            }
        };
        // ok: deserialization
        ois.readObject();
    }

    void cookies(HttpServletResponse r) {
        Cookie c = new Cookie("sid", "x");
        c.setHttpOnly(true);
        c.setSecure(true);
        c.setAttribute("SameSite", "Strict");
        // ok: insecure-cookie
        r.addCookie(c);
        // ok: insecure-cookie
        r.addHeader("Set-Cookie", "sid=x; HttpOnly; Secure; SameSite=Lax");
        // ok: insecure-cookie
        r.addHeader("Set-Cookie", ResponseCookie.from("sid", "x").httpOnly(true).secure(true).build().toString());
        Cookie del = new Cookie("sid", "");
        del.setMaxAge(0);
        // ok: insecure-cookie
        r.addCookie(del);
    }

    boolean tls(javax.net.ssl.SSLContext ctx, javax.net.ssl.TrustManagerFactory f) throws Exception {
        // ok: tls-verification
        ctx.init(null, f.getTrustManagers(), new SecureRandom());
        // ok: tls-verification
        javax.net.ssl.SSLContext.getInstance("TLSv1.3");
        new javax.net.ssl.X509TrustManager() {
            // ok: tls-verification
            public java.security.cert.X509Certificate[] getAcceptedIssuers() { return new java.security.cert.X509Certificate[0]; }
            // ok: tls-verification
            public void checkClientTrusted(java.security.cert.X509Certificate[] a, String b) throws java.security.cert.CertificateException { throw new java.security.cert.CertificateException(); }
            // ok: tls-verification
            public void checkServerTrusted(java.security.cert.X509Certificate[] a, String b) throws java.security.cert.CertificateException { for (var c : a) { c.checkValidity(); } }
        };
        return true;
    }

    void temp() throws IOException {
        // ok: insecure-tempfile
        Path a = Files.createTempFile("x", ".tmp");
        // ok: insecure-tempfile
        File b = Files.createTempDirectory("x").toFile();
        // ok: file-permissions
        Files.setPosixFilePermissions(a, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));
        // ok: file-permissions
        b.setReadable(true);
        // ok: file-permissions
        b.setWritable(false, false);
        // ok: file-permissions
        b.setExecutable(false);
    }

    void regex(String s) {
        // ok: regex-dos
        Pattern.compile("^\\w+@\\w+\\.\\w+$").matcher(s).matches();
        // ok: regex-dos
        Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
        // ok: regex-dos
        Pattern.compile("^(?:[a-z]+-)*[a-z]+$");
        // ok: regex-dos
        Pattern.compile("\\s+");
        // ok: regex-dos
        s.split(",");
        // ok: regex-dos
        s.replaceAll("\\s+", " ");
    }

    void errors(HttpServletResponse r, Exception e) throws IOException {
        // ok: data-exposure
        LOG.error("failed", e);
        // ok: data-exposure
        r.sendError(500, "Something went wrong");
        // ok: data-exposure
        r.getWriter().print("{\"error\": \"internal\"}");
        // ok: data-exposure
        throw new IOException("cannot read", e);
    }
}
