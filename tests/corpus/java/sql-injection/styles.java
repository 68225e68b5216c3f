package org.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import jakarta.ws.rs.*;
import java.sql.*;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Scanner;
import javax.faces.context.FacesContext;
import javax.persistence.EntityManager;
import javax.persistence.criteria.CriteriaBuilder;
import javax.servlet.http.*;
import org.hibernate.SessionFactory;
import org.springframework.jdbc.core.BeanPropertyRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.data.jpa.repository.Query;
import org.springframework.web.bind.annotation.*;

class Lambda {
    private Connection conn;

    public String handleRequest(APIGatewayProxyRequestEvent event, Context context) throws SQLException {
        String id = event.getQueryStringParameters().get("id");
        Statement st = conn.createStatement();
        // ruleid: sql-injection
        ResultSet rs = st.executeQuery("select * from items where id = '" + id + "'");
        // ok: sql-injection
        PreparedStatement ps = conn.prepareStatement("select * from items where id = ?");
        ps.setString(1, id);
        // ok: sql-injection
        ps.executeQuery();
        return rs.toString();
    }
}

class Faces {
    void load(Connection conn) throws SQLException {
        String user = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("user");
        // ruleid: sql-injection
        conn.prepareStatement("update people set seen = now() where login = '" + user + "'").executeUpdate();
    }
}

class Console {
    public static void main(String[] args) throws Exception {
        Connection c = DriverManager.getConnection("jdbc:sqlite:x.db");
        Statement s = c.createStatement();
        // ruleid: sql-injection
        s.execute("DELETE FROM log WHERE day = '" + args[0] + "'");
        Scanner in = new Scanner(System.in);
        String name = in.nextLine();
        // ruleid: sql-injection
        s.executeQuery("SELECT * FROM log WHERE name = '" + name + "'");
        // ok: sql-injection
        s.executeQuery("SELECT count(*) FROM log");
        int day = Integer.parseInt(args[1]);
        // ok: sql-injection
        s.executeUpdate("DELETE FROM log WHERE day = " + day);
    }

    void bad(Connection connection) throws SQLException {
        String data = System.getenv("ADD");
        // ruleid: sql-injection
        connection.createStatement().execute("insert into users (status) values ('updated') where name='" + data + "'");
    }

    void good(Connection connection) throws SQLException {
        String data = "foo";
        // ok: sql-injection
        connection.createStatement().execute("insert into users (status) values ('updated') where name='" + data + "'");
    }

    void goodConditional(Connection connection, String raw) throws SQLException {
        String data;
        if (true) {
            data = "fixed";
        } else {
            data = raw;
        }
        // ok: sql-injection
        connection.createStatement().execute("update users set x = 1 where name='" + data + "'");
    }
}

@RestController
class Rest {
    private JdbcTemplate jdbc;
    private EntityManager manager;
    private SessionFactory factory;

    @RequestMapping(value = "/u", method = RequestMethod.GET)
    public List<User> all(@RequestParam Map<String, String> params) {
        String where = "name like '%" + params.get("q") + "%'";
        // ruleid: sql-injection
        return jdbc.query("select * from users where " + where, new BeanPropertyRowMapper<>(User.class));
    }

    @GetMapping("/u2")
    public List<?> jpql(@RequestParam(name = "sort", required = false) String sort, @RequestParam String name) {
        // ruleid: sql-injection
        List<?> list = manager.createQuery("select u from User u order by u." + sort).getResultList();
        String format = MessageFormat.format("select u from User u where u.name = ''{0}''", name);
        // ruleid: sql-injection
        manager.createQuery(format);
        StringBuffer buffer = new StringBuffer();
        buffer.append("from User where name = '");
        buffer.append(name);
        buffer.append("'");
        // ruleid: sql-injection
        factory.openSession().createQuery(buffer.toString());
        // ok: sql-injection
        factory.openSession().createQuery("from User where name = ?1").setParameter(1, name);
        // ok: sql-injection
        manager.createNamedQuery("User.byName").setParameter("name", name);
        String sortColumn = List.of("name", "age").contains(sort) ? sort : "name";
        // ok: sql-injection
        return manager.createQuery("select u from User u order by u." + sortColumn).getResultList();
    }

    @GetMapping("/u3/{id}")
    public Object creator(@PathVariable String id) {
        // ruleid: sql-injection
        PreparedStatementCreator creator = connection -> connection.prepareStatement("select * from u where id = " + id);
        return jdbc.query(creator, new BeanPropertyRowMapper<>(User.class));
    }

    private String build(String table, String id) {
        return "select * from " + table + " where id = '" + id + "'";
    }

    @GetMapping("/u4/{id}")
    public Object built(@PathVariable String id) {
        // ruleid: sql-injection
        return jdbc.queryForList(build("users", id));
    }

    @GetMapping("/u5/{id}")
    public Object builtConstant(@PathVariable String id) {
        // ok: sql-injection
        return jdbc.queryForList(build("users", "7"));
    }

    @GetMapping("/u6")
    public Object arguments(@RequestParam String id) {
        // ok: sql-injection
        jdbc.queryForObject("select * from users where id = ?", new Object[] {id}, User.class);
        // ok: sql-injection
        return jdbc.update("update users set a = 1 where id = ?", id);
    }
}

interface Users {
    // ok: sql-injection
    @Query("select u from User u where u.name = :name")
    User byName(@Param("name") String name);
}

class Holder {
    private String sql;
    private Statement statement;

    void prepare(HttpServletRequest req) {
        this.sql = "select * from t where a = '" + req.getParameter("a") + "'";
    }

    void run() throws SQLException {
        // ruleid: sql-injection
        statement.executeQuery(sql);
    }
}

class Loop extends HttpServlet {
    public void doPost(HttpServletRequest req, HttpServletResponse res) throws java.io.IOException {
        java.util.Enumeration<String> names = req.getParameterNames();
        StringBuilder clause = new StringBuilder("1=1");
        while (names.hasMoreElements()) {
            String n = names.nextElement();
            clause.append(" and " + n + " = '" + req.getParameter(n) + "'");
        }
        try {
            // ruleid: sql-injection
            DriverManager.getConnection("jdbc:h2:x").createStatement().executeQuery("select * from t where " + clause);
        } catch (SQLException e) {
            throw new RuntimeException(e);
        }
    }
}
