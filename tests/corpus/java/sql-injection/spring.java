package shop.orders;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/orders")
class OrderController {
    private static final String BY_ID = "SELECT * FROM orders WHERE id = ?";
    @Autowired private JdbcTemplate jdbcTemplate;
    @Autowired private NamedParameterJdbcTemplate named;
    private JdbcClient client;
    private DatabaseClient database;
    private RowMapper<Order> mapper;

    @GetMapping("/search")
    List<Order> search(@RequestParam String name) {
        // ruleid: sql-injection
        return jdbcTemplate.query("SELECT * FROM orders WHERE name = '" + name + "'", mapper);
    }

    @GetMapping("/{id}")
    Order one(@PathVariable("id") String id) {
        String sql = "SELECT * FROM orders WHERE id = " + id;
        // ruleid: sql-injection
        return jdbcTemplate.queryForObject(sql, mapper);
    }

    @GetMapping("/safe/{id}")
    Order safe(@PathVariable("id") String id) {
        // ok: sql-injection
        return jdbcTemplate.queryForObject(BY_ID, mapper, id);
    }

    @GetMapping("/number/{id}")
    Order number(@PathVariable("id") long id) {
        // ok: sql-injection
        return jdbcTemplate.queryForObject("SELECT * FROM orders WHERE id = " + id, mapper);
    }

    @PostMapping("/update")
    int update(@RequestBody Order order, @RequestHeader("X-Reason") String reason) {
        // ruleid: sql-injection
        jdbcTemplate.update("UPDATE orders SET name = '" + order.getName() + "' WHERE id = 1");
        // ruleid: sql-injection
        jdbcTemplate.execute("INSERT INTO audit VALUES ('" + reason + "')");
        // ok: sql-injection
        return jdbcTemplate.update("UPDATE orders SET name = ? WHERE id = ?", order.getName(), order.getId());
    }

    @GetMapping("/named")
    List<Map<String, Object>> named(@RequestParam("city") String city) {
        // ok: sql-injection
        named.queryForList("SELECT * FROM shops WHERE city = :city", Map.of("city", city));
        // ruleid: sql-injection
        return named.queryForList("SELECT * FROM shops WHERE city = '" + city + "'", new MapSqlParameterSource());
    }

    @GetMapping("/lists")
    List<String> lists(@CookieValue String tenant, @MatrixVariable String color) {
        // ruleid: sql-injection
        jdbcTemplate.queryForList("SELECT name FROM t WHERE tenant = '" + tenant + "'", String.class);
        // ruleid: sql-injection
        jdbcTemplate.queryForMap(String.format("SELECT * FROM t WHERE color = '%s'", color));
        // ruleid: sql-injection
        jdbcTemplate.queryForRowSet("SELECT * FROM t WHERE color = '" + color + "'");
        // ruleid: sql-injection
        jdbcTemplate.batchUpdate("DELETE FROM t WHERE color = '" + color + "'", "DELETE FROM u");
        // ok: sql-injection
        jdbcTemplate.batchUpdate("DELETE FROM t WHERE color = 'red'", "DELETE FROM u");
        // ruleid: sql-injection
        new PreparedStatementCreatorFactory("SELECT * FROM t WHERE color = '" + color + "'");
        // ok: sql-injection
        return jdbcTemplate.queryForList("SELECT name FROM t WHERE tenant = ?", String.class, tenant);
    }

    @GetMapping("/client")
    List<Order> client(@RequestParam String name) {
        // ruleid: sql-injection
        client.sql("SELECT * FROM orders WHERE name = '" + name + "'").query(Order.class).list();
        // ok: sql-injection
        return client.sql("SELECT * FROM orders WHERE name = :name").param("name", name).query(Order.class).list();
    }

    @GetMapping("/reactive")
    Object reactive(@RequestParam String name) {
        // ok: sql-injection
        database.sql("SELECT * FROM orders WHERE name = :name").bind("name", name).fetch().all();
        // ruleid: sql-injection
        return database.sql("SELECT * FROM orders WHERE name = '" + name + "'").fetch().all();
    }

    public List<Order> byColor(String color) {
        // ruleid: sql-injection
        return jdbcTemplate.query("SELECT * FROM orders WHERE color = '" + color + "'", mapper);
    }

    public List<Order> paged(int limit, int offset) {
        // ok: sql-injection
        return jdbcTemplate.query("SELECT * FROM orders LIMIT " + limit + " OFFSET " + offset, mapper);
    }

    public List<Order> textBlock(String color) {
        // ruleid: sql-injection
        return jdbcTemplate.query("""
            SELECT * FROM orders
            WHERE color = '%s'
            """.formatted(color), mapper);
    }

    enum State { OPEN, CLOSED }

    @GetMapping("/state")
    List<Order> byState(@RequestParam State state) {
        // ok: sql-injection
        return jdbcTemplate.query("SELECT * FROM orders WHERE state = '" + State.valueOf("OPEN").name() + "'", mapper);
    }
}
