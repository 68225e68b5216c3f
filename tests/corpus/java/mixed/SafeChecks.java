package bench;
import java.io.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.regex.*;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.http.*;
import org.springframework.jdbc.core.JdbcTemplate;
@RestController
class SafeChecks {
    JdbcTemplate jdbc;
    private static final Map<String, String> MAP = new HashMap<>();
    static { MAP.put("a", "col_a"); }
    private enum Col { A, B; static Col of(String s) { for (Col c : values()) { if (c.name().equals(s)) return c; } throw new IllegalArgumentException(); } }
    @GetMapping("/a")
    Object a(@RequestParam String x, @RequestParam String y, @RequestParam(required = false) String z) throws Exception {
        String col = MAP.get(x);
        // ok: sql-injection
        jdbc.queryForList("select " + col + " from t");
        Col c = Col.of(x);
        // ok: sql-injection
        jdbc.queryForList("select " + c + " from t");
        if (!isValid(x)) { throw new IllegalArgumentException(); }
        // ok: sql-injection
        jdbc.queryForList("select * from t order by " + x);
        validate(y);
        // ok: command-injection
        Runtime.getRuntime().exec("echo " + y);
        int n;
        try { n = Integer.parseInt(z); } catch (NumberFormatException e) { return null; }
        // ok: sql-injection
        jdbc.queryForList("select * from t limit " + n);
        String dir = z.equalsIgnoreCase("desc") ? "desc" : "asc";
        // ok: sql-injection
        jdbc.queryForList("select * from t order by a " + dir);
        return null;
    }
    private static boolean isValid(String s) { return s != null && s.matches("[a-z]+"); }
    private static void validate(String s) { if (!Pattern.matches("[a-z0-9]+", s)) { throw new IllegalArgumentException(); } }
    @GetMapping("/b")
    Object b(@RequestParam String f, HttpServletRequest req, HttpServletResponse resp) throws Exception {
        File base = new File("/srv");
        File file = new File(base, f).getCanonicalFile();
        if (!file.toPath().startsWith(base.getCanonicalFile().toPath())) { throw new IOException(); }
        // ok: path-traversal
        new FileInputStream(file);
        String clean = sanitize(f);
        // ok: path-traversal
        new FileInputStream("/srv/" + clean);
        Path p = safeResolve(Paths.get("/srv"), f);
        // ok: path-traversal
        Files.readString(p);
        String next = req.getParameter("next");
        if (next == null || !next.matches("^/[a-zA-Z0-9/_-]*$")) { next = "/"; }
        // ok: open-redirect
        resp.sendRedirect(next);
        String back = req.getParameter("back");
        // ok: open-redirect
        resp.sendRedirect(isLocal(back) ? back : "/");
        // ok: open-redirect
        return ResponseEntity.status(302).header("Location", "/x").build();
    }
    private static String sanitize(String s) { return s.replaceAll("[^a-zA-Z0-9._-]", "_").replace("..", "_"); }
    private static Path safeResolve(Path base, String f) throws IOException {
        Path p = base.resolve(f).normalize();
        if (!p.startsWith(base)) { throw new IOException("bad"); }
        return p;
    }
    private static boolean isLocal(String s) { return s != null && s.startsWith("/") && !s.startsWith("//") && !s.contains("\\"); }
    @PostMapping("/c")
    void c(@RequestParam("file") org.springframework.web.multipart.MultipartFile file, @RequestHeader("X-Id") String id) throws Exception {
        String name = UUID.randomUUID().toString();
        // ok: path-traversal
        file.transferTo(Paths.get("/srv/up", name));
        String ext = file.getOriginalFilename().substring(file.getOriginalFilename().lastIndexOf('.') + 1);
        if (!Set.of("png", "jpg").contains(ext)) { throw new IllegalArgumentException(); }
        // ok: path-traversal
        file.transferTo(Paths.get("/srv/up", name + "." + ext));
        long num = Long.parseLong(id);
        // ok: path-traversal
        new File("/srv/" + num + ".txt").delete();
        List<String> allowed = List.of("a", "b");
        // ok: path-traversal
        if (allowed.contains(id)) { new File("/srv/" + id).delete(); }
        if (id.length() > 10 || !id.chars().allMatch(Character::isLetterOrDigit)) { return; }
        // ok: path-traversal
        new File("/srv/" + id).delete();
    }
}
