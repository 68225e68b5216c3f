package a;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.function.*;
import java.util.regex.*;
import java.util.stream.*;
import javax.servlet.http.*;
import org.springframework.beans.factory.annotation.*;
import org.springframework.http.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.*;
import org.springframework.web.bind.annotation.*;

@RestController
class HelpersAndStreams {
    @Autowired private UserService service;
    @Autowired private JdbcTemplate jdbc;
    private static final Set<String> COLUMNS = Set.of("name", "age");
    private static final Map<String, String> SORTS = Map.of("n", "name", "a", "age");
    private static final Pattern WORD = Pattern.compile("^[a-z]+$");
    enum Sort { NAME, AGE }

    @GetMapping("/a")
    public List<String> a(@RequestParam String name, @RequestParam(defaultValue = "name") String sort, @RequestParam int page) {
        service.find(name);
        if (!COLUMNS.contains(sort)) {
            throw new IllegalArgumentException(sort);
        }
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM t ORDER BY " + sort);
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM t LIMIT 10 OFFSET " + page);
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM t ORDER BY " + SORTS.getOrDefault(name, "name"));
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM t ORDER BY " + Sort.valueOf(name).name());
        // ruleid: sql-injection
        jdbc.queryForList(String.join(" ", "SELECT * FROM t WHERE n =", "'" + name + "'"));
        // ruleid: sql-injection
        jdbc.queryForList("SELECT * FROM t WHERE n = '%s'".formatted(name));
        // ruleid: sql-injection
        jdbc.queryForList(new StringBuilder("SELECT * FROM t WHERE n = '").append(name).append("'").toString());
        String upper = name.toUpperCase().trim();
        // ruleid: sql-injection
        jdbc.queryForList("SELECT * FROM t WHERE n = '" + upper + "'");
        if (WORD.matcher(name).matches()) {
            // ok: sql-injection
            jdbc.queryForList("SELECT * FROM t WHERE n = '" + name + "'");
        }
        int id = Integer.parseInt(name);
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM t WHERE n = " + id);
        List<String> names = Arrays.asList(name.split(","));
        // ruleid: sql-injection
        jdbc.queryForList("SELECT * FROM t WHERE n IN ('" + String.join("','", names) + "')");
        String in = names.stream().map(n -> "'" + n + "'").collect(Collectors.joining(","));
        // ruleid: sql-injection
        jdbc.queryForList("SELECT * FROM t WHERE n IN (" + in + ")");
        String marks = names.stream().map(n -> "?").collect(Collectors.joining(","));
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM t WHERE n IN (" + marks + ")", names.toArray());
        String cond = Optional.ofNullable(name).orElse("x");
        // ruleid: sql-injection
        jdbc.queryForList("SELECT * FROM t WHERE n = '" + cond + "'");
        StringBuilder sql = new StringBuilder("SELECT * FROM t WHERE 1=1");
        List<Object> args = new ArrayList<>();
        if (name != null) {
            sql.append(" AND n = ?");
            args.add(name);
        }
        // ok: sql-injection
        jdbc.queryForList(sql.toString(), args.toArray());
        return null;
    }

    @PostMapping("/b")
    public ResponseEntity<String> b(@RequestBody UserForm form, HttpServletRequest request) throws Exception {
        // ruleid: sql-injection
        jdbc.update("UPDATE t SET n = '" + form.getName() + "'");
        // ok: sql-injection
        jdbc.update("UPDATE t SET n = ?", form.getName());
        String path = form.getPath();
        Path target = resolve(path);
        // ok: path-traversal
        Files.readString(target);
        // ruleid: path-traversal
        Files.readString(Paths.get("/srv").resolve(path));
        String cleaned = clean(path);
        // ok: path-traversal
        new FileInputStream("/srv/" + cleaned).close();
        Function<String, String> f = x -> "ls " + x;
        // ruleid: command-injection
        Runtime.getRuntime().exec(f.apply(path));
        Supplier<String> s = () -> request.getParameter("q");
        // ruleid: command-injection
        Runtime.getRuntime().exec(s.get());
        if ("a".equals(path) || "b".equals(path)) {
            // ok: command-injection
            Runtime.getRuntime().exec("run " + path);
        }
        String tool;
        switch (path) {
            case "p": tool = "ping"; break;
            case "d": tool = "dig"; break;
            default: throw new IllegalArgumentException();
        }
        // ok: command-injection
        Runtime.getRuntime().exec(tool);
        String tool2 = switch (path) { case "p" -> "ping"; default -> "dig"; };
        // ok: command-injection
        Runtime.getRuntime().exec(tool2);
        try {
            UUID.fromString(path);
        } catch (IllegalArgumentException e) {
            return ResponseEntity.badRequest().build();
        }
        // ok: path-traversal
        Files.readString(Paths.get("/srv/" + path));
        // ruleid: xss
        return ResponseEntity.ok("<b>" + form.getName() + "</b>");
    }

    private Path resolve(String name) throws IOException {
        Path base = Paths.get("/srv").toRealPath();
        Path p = base.resolve(name).normalize();
        if (!p.startsWith(base)) {
            throw new IOException("outside");
        }
        return p;
    }

    private String clean(String s) {
        return s.replaceAll("[^a-zA-Z0-9]", "");
    }

    @GetMapping("/c")
    public void c(@RequestParam String url, HttpServletResponse response) throws Exception {
        URL u = new URL(url);
        if (!"api.example.com".equals(u.getHost())) {
            throw new IllegalArgumentException();
        }
        // ok: ssrf
        u.openStream();
        URI uri = URI.create("https://api.example.com/users/" + URLEncoder.encode(url, "UTF-8"));
        // ok: ssrf
        java.net.http.HttpClient.newHttpClient().send(java.net.http.HttpRequest.newBuilder(uri).build(), null);
        URI uri2 = UriComponents0.fromHttpUrl(url).build().toUri();
        new org.springframework.web.client.RestTemplate().getForObject(uri2, String.class);
        // ok: open-redirect
        response.sendRedirect(isSafe(url) ? url : "/");
        String target = url == null ? "/" : url;
        response.sendRedirect(target);
    }

    private boolean isSafe(String u) {
        return u != null && u.startsWith("/") && !u.startsWith("//") && !u.startsWith("/\\");
    }
}

@Service
class UserService {
    @Autowired private UserRepository repository;
    void find(String name) {
        repository.search(name, "ASC");
    }
}

@Repository
class UserRepository {
    private JdbcTemplate jdbc;
    void search(String name, String dir) {
        // ruleid: sql-injection
        jdbc.queryForList("SELECT * FROM users WHERE name LIKE '%" + name + "%'");
    }
    void ordered(boolean asc) {
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM users ORDER BY name " + (asc ? "ASC" : "DESC"));
    }
    // ok: sql-injection
    @org.springframework.data.jpa.repository.Query(value = "SELECT * FROM users WHERE name = :name", nativeQuery = true)
    List<String> byName(String name) { return null; }
}

class UserForm {
    private String name;
    private String path;
    public String getName() { return name; }
    public String getPath() { return path; }
    public void setName(String n) { name = n; }
}

