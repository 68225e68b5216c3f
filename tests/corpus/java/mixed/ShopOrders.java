package shop;

import java.sql.*;
import java.util.*;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceContext;
import org.springframework.http.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

@RestController
@RequestMapping("/orders")
public class ShopOrders {
    private static final Map<String, String> SORT = Map.of("date", "created_at", "total", "total_cents");
    private static final Set<String> STATUS = Set.of("OPEN", "PAID");
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final Connection conn;
    @PersistenceContext
    private EntityManager em;

    enum Kind { RETAIL, BULK }

    static class Criteria {
        private String city;
        private int year;
        String getCity() { return city; }
        void setCity(String c) { this.city = c; }
        int getYear() { return year; }
        void setYear(int y) { this.year = y; }
    }

    ShopOrders(JdbcTemplate jdbc, NamedParameterJdbcTemplate named, Connection conn) {
        this.jdbc = jdbc;
        this.named = named;
        this.conn = conn;
    }

    @GetMapping("/name")
    public List<Map<String, Object>> byName(@RequestParam String name) {
        String sql = "SELECT * FROM orders WHERE name = '" + name + "'";
        // ruleid: sql-injection
        List<Map<String, Object>> a = jdbc.queryForList(sql);
        // ok: sql-injection
        a.addAll(jdbc.queryForList("SELECT * FROM orders WHERE name = ?", name));
        // ok: sql-injection
        a.addAll(named.queryForList("SELECT * FROM orders WHERE name = :n", new MapSqlParameterSource("n", name)));
        return a;
    }

    @PostMapping("/search")
    public int search(@RequestBody Criteria c) throws SQLException {
        try (Statement st = conn.createStatement()) {
            // ruleid: sql-injection
            st.executeQuery("SELECT id FROM orders WHERE city = '" + c.getCity() + "'");
            // ok: sql-injection
            st.executeQuery("SELECT id FROM orders WHERE year = " + c.getYear());
        }
        // ok: sql-injection
        try (PreparedStatement ps = conn.prepareStatement("SELECT id FROM orders WHERE city = ?")) {
            ps.setString(1, c.getCity());
            // ok: sql-injection
            ps.executeQuery();
        }
        // ruleid: sql-injection
        try (PreparedStatement ps = conn.prepareStatement("SELECT id FROM orders WHERE city = '" + c.getCity() + "'")) {
            ps.executeQuery();
        }
        return 0;
    }

    @GetMapping("/sorted")
    public List<?> sorted(@RequestParam String by, @RequestParam Kind kind, @RequestParam long id) {
        String col = SORT.getOrDefault(by, "id");
        // ok: sql-injection
        List<Object> out = new ArrayList<>(jdbc.queryForList("SELECT * FROM orders ORDER BY " + col));
        // ok: sql-injection
        out.addAll(jdbc.queryForList("SELECT * FROM orders WHERE kind = '" + kind.name() + "'"));
        // ok: sql-injection
        out.addAll(jdbc.queryForList("SELECT * FROM orders WHERE id = " + id));
        return out;
    }

    @GetMapping("/status")
    public List<?> status(@RequestParam String s) {
        if (!STATUS.contains(s)) {
            throw new IllegalArgumentException("status");
        }
        // ok: sql-injection
        return jdbc.queryForList("SELECT * FROM orders WHERE status = '" + s + "'");
    }

    @GetMapping("/jpa")
    public List<?> jpa(@RequestParam String q) {
        List<Object> out = new ArrayList<>();
        // ruleid: sql-injection
        out.addAll(em.createQuery("select o from Order o where o.name = '" + q + "'").getResultList());
        // ok: sql-injection
        out.addAll(em.createQuery("select o from Order o where o.name = :q").setParameter("q", q).getResultList());
        // ruleid: sql-injection
        out.addAll(em.createNativeQuery(String.format("select * from orders where name = '%s'", q)).getResultList());
        return out;
    }

    @GetMapping("/many")
    public List<?> many(@RequestParam List<String> ids) {
        String in = ids.stream().map(i -> "'" + i + "'").collect(Collectors.joining(","));
        // ruleid: sql-injection
        List<Object> a = new ArrayList<>(jdbc.queryForList("SELECT * FROM orders WHERE id IN (" + in + ")"));
        String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
        // ok: sql-injection
        a.addAll(jdbc.queryForList("SELECT * FROM orders WHERE id IN (" + marks + ")", ids.toArray()));
        return a;
    }

    @GetMapping("/sb")
    public int sb(@RequestHeader("X-Tenant") String tenant) {
        StringBuilder sb = new StringBuilder("UPDATE orders SET seen = 1");
        sb.append(" WHERE tenant = '").append(tenant).append("'");
        // ruleid: sql-injection
        return jdbc.update(sb.toString());
    }

    @GetMapping(value = "/hi", produces = MediaType.TEXT_HTML_VALUE)
    public String hi(@RequestParam String n) {
        // ruleid: xss
        return "<h1>Hi " + n + "</h1>";
    }

    @GetMapping(value = "/hi2", produces = MediaType.TEXT_HTML_VALUE)
    public String hi2(@RequestParam String n) {
        // ok: xss
        return "<h1>Hi " + HtmlUtils.htmlEscape(n) + "</h1>";
    }

    @GetMapping(value = "/hi3", produces = MediaType.TEXT_PLAIN_VALUE)
    public String hi3(@RequestParam String n) {
        // ok: xss
        return "Hi " + n;
    }

    @GetMapping("/hi4")
    public ResponseEntity<Map<String, String>> hi4(@RequestParam String n) {
        // ok: xss
        return ResponseEntity.ok(Map.of("name", n));
    }

    @GetMapping("/out")
    public ModelAndView out(@RequestParam String to) {
        // ruleid: open-redirect
        return new ModelAndView("redirect:" + to);
    }

    @GetMapping("/out2")
    public ModelAndView out2(@RequestParam long id) {
        // ok: open-redirect
        return new ModelAndView("redirect:/orders/" + id);
    }

    @GetMapping("/out3")
    public ResponseEntity<Void> out3(@RequestParam String to) {
        // ruleid: open-redirect
        return ResponseEntity.status(302).header(HttpHeaders.LOCATION, to).build();
    }
}
