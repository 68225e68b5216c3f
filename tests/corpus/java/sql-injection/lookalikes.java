package org.sample;

import java.sql.*;
import java.time.LocalDate;
import java.util.*;
import java.util.stream.Collectors;
import javax.servlet.http.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;

class Lookalikes {
    private static final String COLUMNS = String.join(", ", "id", "name");
    private static final String BY = " ORDER BY name";
    private static final Map<String, String> SORT = Map.of("n", "name", "d", "created");
    private JdbcTemplate template;
    private Connection connection;
    private Properties queries;

    enum Status { OPEN, DONE }

    void numbers(HttpServletRequest request, Integer boxed, double amount, UUID key, LocalDate day) throws SQLException {
        Statement statement = connection.createStatement();
        // ok: sql-injection
        statement.executeQuery("SELECT * FROM t WHERE id = " + Long.parseLong(request.getParameter("id")));
        // ok: sql-injection
        statement.executeQuery("SELECT * FROM t WHERE id = " + Integer.valueOf(request.getParameter("id")).toString());
        // ok: sql-injection
        statement.executeQuery("SELECT * FROM t WHERE id = " + boxed + " AND amount > " + amount);
        // ok: sql-injection
        statement.executeQuery("SELECT * FROM t WHERE k = '" + key + "' AND day = '" + day + "'");
        Status status = Status.valueOf(request.getParameter("status"));
        // ok: sql-injection
        statement.executeQuery("SELECT * FROM t WHERE status = '" + status.name() + "'");
        // ok: sql-injection
        statement.executeQuery("SELECT * FROM t WHERE n = " + request.getParameter("n").length());
        // ok: sql-injection
        statement.executeQuery("SELECT " + COLUMNS + " FROM t" + BY);
        // ok: sql-injection
        statement.executeQuery(queries.getProperty("all"));
        // ok: sql-injection
        statement.executeQuery("SELECT * FROM t ORDER BY " + SORT.getOrDefault(request.getParameter("sort"), "id"));
        boolean descending = "desc".equals(request.getParameter("dir"));
        // ok: sql-injection
        statement.executeQuery("SELECT * FROM t ORDER BY id" + (descending ? " DESC" : " ASC"));
    }

    void ids(List<Integer> ids) throws SQLException {
        String joined = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        // ok: sql-injection
        template.query("SELECT * FROM t WHERE id IN (" + joined + ")", (rs, i) -> rs.getInt(1));
        StringBuilder marks = new StringBuilder();
        for (Integer id : ids) {
            marks.append(marks.length() == 0 ? "?" : ",?");
        }
        // ok: sql-injection
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM t WHERE id IN (" + marks + ")");
        for (int i = 0; i < ids.size(); i++) {
            statement.setInt(i + 1, ids.get(i));
        }
    }

    void conditional(HttpServletRequest request) throws SQLException {
        String sql = "SELECT * FROM t WHERE 1 = 1";
        List<Object> arguments = new ArrayList<>();
        if (request.getParameter("name") != null) {
            sql += " AND name = ?";
            arguments.add(request.getParameter("name"));
        }
        if (request.getParameter("city") != null) {
            sql += " AND city = ?";
            arguments.add(request.getParameter("city"));
        }
        // ok: sql-injection
        template.queryForList(sql, arguments.toArray());
    }

    void validated(HttpServletRequest request) throws SQLException {
        String table = request.getParameter("table");
        if (!table.matches("^[a-z_]{1,30}$")) {
            throw new IllegalArgumentException(table);
        }
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM " + table);
        String column = request.getParameter("column");
        switch (column) {
            case "name":
            case "city":
                // ok: sql-injection
                connection.createStatement().executeQuery("SELECT " + column + " FROM t");
                break;
            default:
                throw new IllegalArgumentException(column);
        }
    }

    @GetMapping("/log")
    void logged(@RequestParam String name) throws SQLException {
        System.out.println("Looking for " + name);
        // ok: sql-injection
        ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM t WHERE name = 'x'");
        while (rows.next()) {
            if (rows.getString("name").equals(name)) {
                // ok: sql-injection
                template.update("UPDATE t SET hits = hits + 1 WHERE id = ?", rows.getInt("id"));
            }
        }
    }

    void overwritten(HttpServletRequest request) throws SQLException {
        String name = request.getParameter("name");
        name = "fixed";
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM t WHERE name = '" + name + "'");
        String other = "fixed";
        other = request.getParameter("other");
        // ruleid: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM t WHERE name = '" + other + "'");
    }
}
