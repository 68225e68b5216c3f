package bench;

import java.sql.*;
import java.util.*;
import javax.persistence.*;
import org.hibernate.Session;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.*;
import org.apache.ibatis.annotations.*;
import org.apache.ibatis.jdbc.SQL;

@RestController
public class SqlFrameworks {
    private JdbcTemplate jdbc;
    private NamedParameterJdbcTemplate named;
    private JdbcClient client;
    private DatabaseClient r2;
    private DSLContext dsl;
    private EntityManager em;
    private Connection con;
    private javax.sql.DataSource ds;

    @GetMapping("/a")
    public Object a(@RequestParam String q, @RequestParam("id") Long id, @RequestParam int page) throws Exception {
        Statement st = con.createStatement();
        // ruleid: sql-injection
        st.execute("DELETE FROM t WHERE a = '" + q + "'");
        // ruleid: sql-injection
        st.addBatch("DELETE FROM t WHERE a = '" + q + "'");
        // ruleid: sql-injection
        st.executeUpdate(String.format("UPDATE t SET a = '%s'", q));
        // ruleid: sql-injection
        st.executeLargeUpdate("UPDATE t SET a = '" + q + "'");
        // ok: sql-injection
        st.executeQuery("SELECT * FROM t WHERE id = " + id);
        // ok: sql-injection
        st.executeQuery("SELECT * FROM t LIMIT 10 OFFSET " + page * 10);
        // ruleid: sql-injection
        CallableStatement cs = con.prepareCall("{call p('" + q + "')}");
        // ok: sql-injection
        CallableStatement cs2 = con.prepareCall("{call p(?)}");
        cs2.setString(1, q);
        StringBuilder sb = new StringBuilder("SELECT * FROM t WHERE 1=1");
        if (q != null) {
            sb.append(" AND name LIKE '%").append(q).append("%'");
        }
        // ruleid: sql-injection
        PreparedStatement ps = con.prepareStatement(sb.toString());
        StringBuilder sb2 = new StringBuilder("SELECT * FROM t WHERE 1=1");
        List<Object> args = new ArrayList<>();
        if (q != null) {
            sb2.append(" AND name LIKE ?");
            args.add("%" + q + "%");
        }
        // ok: sql-injection
        jdbc.query(sb2.toString(), args.toArray(), (rs, n) -> rs.getString(1));
        // ruleid: sql-injection
        jdbc.queryForObject("SELECT count(*) FROM t WHERE n = '" + q + "'", Integer.class);
        // ok: sql-injection
        jdbc.queryForObject("SELECT count(*) FROM t WHERE n = ?", Integer.class, q);
        // ok: sql-injection
        jdbc.query("SELECT * FROM t WHERE n = ?", ps2 -> ps2.setString(1, q), (rs, n) -> rs.getString(1));
        // ruleid: sql-injection
        jdbc.batchUpdate("UPDATE t SET a='" + q + "'");
        // ruleid: sql-injection
        jdbc.execute("DROP TABLE " + q);
        // ok: sql-injection
        named.queryForList("SELECT * FROM t WHERE n = :n", Map.of("n", q));
        // ruleid: sql-injection
        named.queryForList("SELECT * FROM t WHERE n = '" + q + "'", Map.of());
        // ok: sql-injection
        named.update("UPDATE t SET a = :a", new MapSqlParameterSource("a", q));
        // ruleid: sql-injection
        client.sql("SELECT * FROM t WHERE a = '" + q + "'").query().listOfRows();
        // ok: sql-injection
        client.sql("SELECT * FROM t WHERE a = :a").param("a", q).query().listOfRows();
        // ruleid: sql-injection
        r2.sql("SELECT * FROM t WHERE a = '" + q + "'").fetch().all();
        // ok: sql-injection
        r2.sql("SELECT * FROM t WHERE a = :a").bind("a", q).fetch().all();
        // ruleid: sql-injection
        dsl.fetch("SELECT * FROM t WHERE a = '" + q + "'");
        // ok: sql-injection
        dsl.fetch("SELECT * FROM t WHERE a = ?", q);
        // ruleid: sql-injection
        dsl.selectFrom("t").where("a = '" + q + "'").fetch();
        // ok: sql-injection
        dsl.selectFrom("t").where(DSL.field("a").eq(q)).fetch();
        // ruleid: sql-injection
        dsl.select().from("t").orderBy(DSL.field(q)).fetch();
        // ruleid: sql-injection
        dsl.select().from("t").where(DSL.condition("a = '" + q + "'")).fetch();
        // ruleid: sql-injection
        em.createQuery("SELECT u FROM User u WHERE u.name = '" + q + "'").getResultList();
        // ok: sql-injection
        em.createQuery("SELECT u FROM User u WHERE u.name = :n").setParameter("n", q).getResultList();
        // ruleid: sql-injection
        em.createNativeQuery("SELECT * FROM users WHERE name = '" + q + "'", Object.class).getResultList();
        // ok: sql-injection
        em.createNativeQuery("SELECT * FROM users WHERE name = ?1").setParameter(1, q);
        Session s = em.unwrap(Session.class);
        // ruleid: sql-injection
        s.createSQLQuery("select * from t where a = '" + q + "'").list();
        // ruleid: sql-injection
        s.createNativeQuery("select * from t where a = '" + q + "'").list();
        // ruleid: sql-injection
        s.createQuery("from User where name = '" + q + "'", Object.class).uniqueResult();
        // ruleid: sql-injection
        s.createFilter(new Object(), "where this.name = '" + q + "'");
        // ruleid: sql-injection
        em.unwrap(Session.class).createQuery("from T where a='" + q + "'").list().isEmpty();
        // ruleid: sql-injection
        try (Connection c = ds.getConnection(); Statement x = c.createStatement(); ResultSet rs = x.executeQuery("SELECT * FROM t WHERE a='" + q + "'")) {
            return rs.next();
        }
    }

    @GetMapping("/b")
    public Object b(@RequestParam String sort, @RequestParam(defaultValue = "asc") String dir, @RequestParam List<Long> ids, @RequestParam List<String> names) throws Exception {
        String order = "desc".equalsIgnoreCase(dir) ? "DESC" : "ASC";
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM t ORDER BY name " + order);
        String column;
        switch (sort) {
            case "name": column = "name"; break;
            case "date": column = "created"; break;
            default: column = "id";
        }
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM t ORDER BY " + column);
        // ruleid: sql-injection
        jdbc.queryForList("SELECT * FROM t ORDER BY " + sort);
        String in = String.join(",", Collections.nCopies(ids.size(), "?"));
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM t WHERE id IN (" + in + ")", ids.toArray());
        String in2 = names.stream().map(n -> "'" + n + "'").collect(java.util.stream.Collectors.joining(","));
        // ruleid: sql-injection
        jdbc.queryForList("SELECT * FROM t WHERE n IN (" + in2 + ")");
        String in3 = names.stream().map(n -> "?").collect(java.util.stream.Collectors.joining(","));
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM t WHERE n IN (" + in3 + ")", names.toArray());
        String in4 = ids.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(","));
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM t WHERE n IN (" + in4 + ")");
        if (!sort.matches("[a-z_]+")) {
            throw new IllegalArgumentException();
        }
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM t ORDER BY " + sort);
        String text = """
            SELECT * FROM t WHERE name = '%s'
            """.formatted(names.get(0));
        // ruleid: sql-injection
        jdbc.queryForList(text);
        return null;
    }

    public List<String> find(String name) throws SQLException {
        String sql = "SELECT * FROM t WHERE name = '" + name + "'";
        try (Statement st = con.createStatement()) {
            // ruleid: sql-injection
            ResultSet rs = st.executeQuery(sql);
            return List.of(rs.getString(1));
        }
    }

    public void criteria(String name) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        // ok: sql-injection
        CriteriaQuery<Object> cq = cb.createQuery(Object.class);
        // ok: sql-injection
        cq.where(cb.equal(cq.from(Object.class).get("name"), name));
        // ok: sql-injection
        em.createQuery(cq).getResultList();
    }

    interface Mapper {
        // ruleid: sql-injection
        @Select("SELECT * FROM users WHERE name = '${name}'")
        Object byName(@Param("name") String name);

        // ok: sql-injection
        @Select("SELECT * FROM users WHERE name = #{name}")
        Object byName2(@Param("name") String name);

        // ruleid: sql-injection
        @Update("UPDATE t SET a = #{a} ORDER BY ${col}")
        int set(@Param("a") String a, @Param("col") String col);

        // ok: sql-injection
        @org.springframework.data.jpa.repository.Query("select u from User u where u.name = :name")
        Object byName3(@org.springframework.data.repository.query.Param("name") String name);
    }

    public String provider(String name) {
        // ruleid: sql-injection
        return new SQL().SELECT("*").FROM("t").WHERE("name = '" + name + "'").toString();
    }

    public String provider2(String name) {
        // ok: sql-injection
        return new SQL().SELECT("*").FROM("t").WHERE("name = #{name}").toString();
    }

    @GetMapping("/c/{name}")
    public Object c(@PathVariable String name, @RequestHeader("X-Tenant") String tenant) throws Exception {
        // ruleid: sql-injection
        con.createStatement().execute("SET search_path TO " + tenant);
        // ruleid: sql-injection
        PreparedStatement ps = con.prepareStatement("SELECT * FROM t WHERE a = ? AND b = '" + name + "'");
        ps.setString(1, tenant);
        String safe = name.replaceAll("[^a-zA-Z0-9]", "");
        // ok: sql-injection
        con.createStatement().executeQuery("SELECT * FROM t WHERE a = '" + safe + "'");
        UUID u = UUID.fromString(name);
        // ok: sql-injection
        con.createStatement().executeQuery("SELECT * FROM t WHERE a = '" + u + "'");
        Kind k = Kind.valueOf(name);
        // ok: sql-injection
        con.createStatement().executeQuery("SELECT * FROM t WHERE a = '" + k + "'");
        return null;
    }

    enum Kind { A, B }
}
