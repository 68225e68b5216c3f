package shop.orders;

import java.io.BufferedReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class OrderServlet extends HttpServlet {
    private static final String ALL = "SELECT id, total FROM orders";
    private static final String TABLE = "orders";
    private static final Set<String> COLUMNS = Set.of("id", "total", "placed");
    private Connection connection;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        String customer = request.getParameter("customer");
        try (Connection db = DriverManager.getConnection("jdbc:h2:mem:"); Statement statement = db.createStatement()) {
            // ruleid: sql-injection
            ResultSet rows = statement.executeQuery("SELECT * FROM orders WHERE customer = '" + customer + "'");
            String sql = "UPDATE orders SET seen = 1 WHERE customer = '" + customer + "'";
            // ruleid: sql-injection
            statement.executeUpdate(sql);
            // ruleid: sql-injection
            statement.execute(String.format("DELETE FROM orders WHERE customer = '%s'", customer));
            StringBuilder text = new StringBuilder("SELECT * FROM orders WHERE 1 = 1");
            text.append(" AND customer = '").append(customer).append("'");
            // ruleid: sql-injection
            statement.executeQuery(text.toString());
            // ruleid: sql-injection
            statement.addBatch("INSERT INTO seen VALUES ('" + customer + "')");
            // ruleid: sql-injection
            statement.executeLargeUpdate("DELETE FROM orders WHERE customer = " + customer);
            // ok: sql-injection
            statement.executeQuery("SELECT * FROM orders WHERE customer = 'nobody'");
            // ok: sql-injection
            statement.executeQuery(ALL);
            // ok: sql-injection
            statement.executeQuery("SELECT * FROM " + TABLE + " WHERE id = 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void header(HttpServletRequest request) throws SQLException {
        String agent = request.getHeader("X-Tenant");
        String query = "SELECT * FROM tenants WHERE name = '".concat(agent).concat("'");
        // ruleid: sql-injection
        connection.createStatement().executeQuery(query);
    }

    void cookies(HttpServletRequest request) throws Exception {
        String value = "";
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals("vector")) {
                value = URLDecoder.decode(cookie.getValue(), "UTF-8");
            }
        }
        String sql = "SELECT * FROM users WHERE vector = '" + value + "'";
        // ruleid: sql-injection
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.execute();
    }

    void cookieReplacedByConstant(HttpServletRequest request) throws Exception {
        String value = request.getParameter("v");
        value = "fixed";
        // ok: sql-injection
        connection.createStatement().execute("SELECT * FROM users WHERE vector = '" + value + "'");
    }

    void prepared(HttpServletRequest request) throws SQLException {
        String customer = request.getParameter("customer");
        // ok: sql-injection
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM orders WHERE customer = ?");
        statement.setString(1, customer);
        // ok: sql-injection
        statement.executeQuery();
        // ruleid: sql-injection
        PreparedStatement half = connection.prepareStatement("SELECT * FROM orders WHERE id = ? AND customer = '" + customer + "'");
        half.setInt(1, 3);
    }

    void call(HttpServletRequest request) throws SQLException {
        String procedure = request.getParameter("report");
        // ruleid: sql-injection
        CallableStatement call = connection.prepareCall("{call " + procedure + "()}");
        call.execute();
        // ok: sql-injection
        CallableStatement fixed = connection.prepareCall("{call monthly(?)}");
        fixed.setString(1, procedure);
        fixed.execute();
    }

    List<String> byName(String name) throws SQLException {
        List<String> found = new ArrayList<>();
        Statement statement = connection.createStatement();
        // ruleid: sql-injection
        ResultSet rows = statement.executeQuery("select id from users where name = '" + name + "'");
        while (rows.next()) {
            found.add(rows.getString(1));
        }
        return found;
    }

    void parameterFormatted(String city) throws SQLException {
        String sql = String.format("SELECT * FROM shops WHERE city = '%s'", city);
        Statement statement = connection.createStatement();
        // ruleid: sql-injection
        statement.executeQuery(sql);
    }

    void numbers(HttpServletRequest request, int page, long owner) throws SQLException {
        int id = Integer.parseInt(request.getParameter("id"));
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM orders WHERE id = " + id);
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM orders LIMIT 20 OFFSET " + (page * 20));
        // ok: sql-injection
        connection.createStatement().executeUpdate("DELETE FROM orders WHERE owner = " + owner);
        UUID key = UUID.fromString(request.getParameter("key"));
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM orders WHERE key = '" + key + "'");
    }

    void sorted(HttpServletRequest request) throws SQLException {
        String column = request.getParameter("sort");
        if (!COLUMNS.contains(column)) {
            column = "id";
        }
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM orders ORDER BY " + column);
        String order = "desc".equals(request.getParameter("order")) ? "DESC" : "ASC";
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM orders ORDER BY id " + order);
        String other = request.getParameter("column");
        // ruleid: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM orders ORDER BY " + other);
    }

    void switched(HttpServletRequest request) throws SQLException {
        String column;
        switch (request.getParameter("sort")) {
            case "price":
                column = "price";
                break;
            default:
                column = "id";
        }
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM orders ORDER BY " + column);
    }

    void throughMap(HttpServletRequest request) throws SQLException {
        String param = request.getParameter("vector");
        Map<String, Object> map = new HashMap<>();
        map.put("a", "constant");
        map.put("b", param);
        String dirty = (String) map.get("b");
        // ruleid: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM users WHERE v = '" + dirty + "'");
        String clean = (String) map.get("a");
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM users WHERE v = '" + clean + "'");
    }

    void throughList(HttpServletRequest request) throws SQLException {
        String param = request.getParameter("vector");
        List<String> values = new ArrayList<>();
        values.add("safe");
        values.add(param);
        values.add("more");
        // ruleid: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM users WHERE v = '" + values.get(1) + "'");
    }

    void throughTernary(HttpServletRequest request) throws SQLException {
        String param = request.getParameter("vector");
        int number = 106;
        String bar = (7 * 18) + number > 200 ? "constant" : param;
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM users WHERE v = '" + bar + "'");
    }

    void throughHelper(HttpServletRequest request) throws SQLException {
        String bar = new Helper().pass(request.getParameter("vector"));
        // ruleid: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM users WHERE v = '" + bar + "'");
        String none = new Helper().drop(request.getParameter("vector"));
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM users WHERE v = '" + none + "'");
    }

    private class Helper {
        String pass(String value) {
            return value.trim();
        }

        String drop(String value) {
            return "fixed";
        }
    }

    void body(HttpServletRequest request) throws Exception {
        BufferedReader reader = request.getReader();
        String line = reader.readLine();
        // ruleid: sql-injection
        connection.createStatement().execute("INSERT INTO notes (text) VALUES ('" + line + "')");
    }

    void values(HttpServletRequest request) throws SQLException {
        String[] ids = request.getParameterValues("id");
        String joined = String.join("','", ids);
        // ruleid: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM orders WHERE id IN ('" + joined + "')");
        String first = ids[0];
        // ruleid: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM orders WHERE id = '" + first + "'");
        Map<String, String[]> all = request.getParameterMap();
        // ruleid: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM orders WHERE id = '" + all.get("id")[0] + "'");
    }

    void appended(HttpServletRequest request) throws SQLException {
        String sql = "SELECT * FROM orders WHERE 1 = 1";
        String state = request.getParameter("state");
        if (state != null) {
            sql += " AND state = '" + state + "'";
        }
        // ruleid: sql-injection
        connection.createStatement().executeQuery(sql);
        String safe = "SELECT * FROM orders WHERE 1 = 1";
        if (state != null) {
            safe += " AND state = ?";
        }
        // ok: sql-injection
        PreparedStatement statement = connection.prepareStatement(safe);
        statement.setString(1, state);
    }

    void returningKeys(String name) throws SQLException {
        Statement statement = connection.createStatement();
        // ruleid: sql-injection
        statement.executeUpdate("INSERT INTO users (name) VALUES ('" + name + "')", Statement.RETURN_GENERATED_KEYS);
        // ruleid: sql-injection
        statement.execute("INSERT INTO users (name) VALUES ('" + name + "')", new int[] {1, 2});
        // ok: sql-injection
        statement.execute("CREATE TABLE IF NOT EXISTS users (name VARCHAR(20))", new String[] {"name"});
    }

    void placeholders(List<String> names) throws SQLException {
        String marks = String.join(",", java.util.Collections.nCopies(names.size(), "?"));
        // ok: sql-injection
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM users WHERE name IN (" + marks + ")");
        for (int i = 0; i < names.size(); i++) {
            statement.setString(i + 1, names.get(i));
        }
    }

    void log(HttpServletRequest request) {
        // ok: sql-injection
        System.out.println("SELECT * FROM users WHERE name = '" + request.getParameter("name") + "'");
    }
}
