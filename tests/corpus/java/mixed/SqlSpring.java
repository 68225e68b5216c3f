package bench;

import java.util.*;
import javax.persistence.*;
import javax.persistence.criteria.*;
import org.apache.ibatis.annotations.*;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.criterion.Restrictions;
import org.jdbi.v3.core.Handle;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.*;
import com.mongodb.BasicDBObject;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;

@RestController
@RequestMapping("/api")
public class SqlSpring {
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final EntityManager em;
    private final SessionFactory sessions;
    private final DatabaseClient r2;
    private final MongoTemplate mongo;
    private final MongoCollection<Document> coll;

    SqlSpring(JdbcTemplate jdbc, NamedParameterJdbcTemplate named, EntityManager em, SessionFactory sessions, DatabaseClient r2, MongoTemplate mongo, MongoCollection<Document> coll) {
        this.jdbc = jdbc;
        this.named = named;
        this.em = em;
        this.sessions = sessions;
        this.r2 = r2;
        this.mongo = mongo;
        this.coll = coll;
    }

    @GetMapping("/a")
    public List<Map<String, Object>> templates(@RequestParam String name, @RequestParam int age, @RequestParam("o") Optional<String> order) {
        // ruleid: sql-injection
        jdbc.queryForList("SELECT * FROM u WHERE n='" + name + "'");
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM u WHERE n=?", name);
        // ok: sql-injection
        jdbc.queryForList("SELECT * FROM u WHERE age=" + age);
        // ruleid: sql-injection
        jdbc.queryForMap("SELECT * FROM u WHERE n='" + name + "'");
        // ruleid: sql-injection
        jdbc.queryForObject("SELECT COUNT(*) FROM u WHERE n='" + name + "'", Integer.class);
        // ok: sql-injection
        jdbc.queryForObject("SELECT COUNT(*) FROM u WHERE n=?", Integer.class, name);
        // ruleid: sql-injection
        jdbc.update("DELETE FROM u WHERE n='" + name + "'");
        // ruleid: sql-injection
        jdbc.execute("DROP TABLE " + name);
        // ruleid: sql-injection
        jdbc.batchUpdate("DELETE FROM u WHERE n='" + name + "'", "DELETE FROM v");
        // ruleid: sql-injection
        jdbc.query("SELECT * FROM u ORDER BY " + order.orElse("id"), (rs, i) -> rs.getString(1));
        // ok: sql-injection
        jdbc.query("SELECT * FROM u ORDER BY id", (rs, i) -> rs.getString(1));
        // ruleid: sql-injection
        jdbc.queryForRowSet(String.format("SELECT * FROM u WHERE n='%s'", name));
        // ruleid: sql-injection
        named.query("SELECT * FROM u WHERE n='" + name + "'", Map.of(), (rs, i) -> rs.getString(1));
        // ok: sql-injection
        named.queryForList("SELECT * FROM u WHERE n=:n", Map.of("n", name));
        return Collections.emptyList();
    }

    @PostMapping("/b/{id}")
    public void jpa(@PathVariable String id, @RequestBody Dto dto, @RequestHeader("X-T") String tenant) {
        // ruleid: sql-injection
        em.createQuery("FROM User WHERE id='" + id + "'");
        // ok: sql-injection
        em.createQuery("FROM User WHERE id=:id").setParameter("id", id);
        // ruleid: sql-injection
        em.createNativeQuery("SELECT * FROM u WHERE n='" + dto.getName() + "'");
        // ok: sql-injection
        em.createNativeQuery("SELECT * FROM u WHERE n=?1").setParameter(1, dto.getName());
        em.createNativeQuery("SELECT * FROM u WHERE age=" + dto.getAge());
        // ruleid: sql-injection
        em.createQuery("SELECT u FROM User u WHERE u.t='" + tenant + "'", User.class).getResultList();
        // ok: sql-injection
        TypedQuery<User> q = em.createQuery("SELECT u FROM User u WHERE u.n = :n", User.class);
        q.setParameter("n", dto.getName());
        Session s = sessions.getCurrentSession();
        // ruleid: sql-injection
        s.createQuery("from User where n='" + id + "'");
        // ruleid: sql-injection
        s.createSQLQuery("select * from u where n='" + id + "'");
        // ruleid: sql-injection
        s.createCriteria(User.class).add(Restrictions.sqlRestriction("n='" + id + "'"));
        // ok: sql-injection
        s.createCriteria(User.class).add(Restrictions.eq("n", id));
        // ruleid: sql-injection
        s.createNativeQuery("select * from u where n='" + id + "'");
        // ruleid: sql-injection
        s.createFilter(null, "where n='" + id + "'");
        CriteriaBuilder cb = em.getCriteriaBuilder();
        // ok: sql-injection
        CriteriaQuery<User> cq = cb.createQuery(User.class);
        Root<User> root = cq.from(User.class);
        // ok: sql-injection
        cq.where(cb.equal(root.get("n"), id));
        // ruleid: sql-injection
        r2.sql("SELECT * FROM u WHERE n='" + id + "'").fetch();
        // ok: sql-injection
        r2.sql("SELECT * FROM u WHERE n=:n").bind("n", id).fetch();
    }

    @PutMapping("/c")
    public void others(@RequestParam String q, Handle h, DSLContext dsl, @ModelAttribute Dto form) {
        // ruleid: sql-injection
        h.createQuery("SELECT * FROM u WHERE n='" + q + "'");
        // ok: sql-injection
        h.createQuery("SELECT * FROM u WHERE n=:n").bind("n", q);
        // ruleid: sql-injection
        h.execute("DELETE FROM u WHERE n='" + q + "'");
        // ok: sql-injection
        h.execute("DELETE FROM u WHERE n=?", q);
        // ruleid: sql-injection
        dsl.fetch("SELECT * FROM u WHERE n='" + q + "'");
        // ok: sql-injection
        dsl.fetch("SELECT * FROM u WHERE n=?", q);
        // ok: sql-injection
        dsl.selectFrom("u").where(DSL.field("n").eq(q));
        // ruleid: sql-injection
        dsl.select().where(DSL.condition("n='" + q + "'"));
        // ruleid: sql-injection
        jdbc.update("UPDATE u SET a='" + form.getName() + "'");
        new Dao(jdbc).find(q);
        new Dao(jdbc).findSafe(q);
    }

    @PostMapping("/mongo")
    public void mongos(@RequestParam String user, @RequestBody String json, @RequestBody Map<String, Object> any) {
        // ruleid: nosql-injection
        mongo.find(new BasicQuery("{ name: '" + user + "' }"), User.class);
        // ok: nosql-injection
        mongo.find(new org.springframework.data.mongodb.core.query.Query(Criteria.where("name").is(user)), User.class);
        // ruleid: nosql-injection
        coll.find(Document.parse(json));
        // ok: nosql-injection
        coll.find(Filters.eq("name", user));
        // ruleid: nosql-injection
        coll.find(Filters.where("this.name == '" + user + "'"));
        // ruleid: nosql-injection
        coll.find(new BasicDBObject("$where", "this.a == '" + user + "'"));
        // ruleid: nosql-injection
        coll.find(BasicDBObject.parse("{n: '" + user + "'}"));
        // ok: nosql-injection
        coll.find(new Document("name", user));
        // ruleid: nosql-injection
        coll.find(new Document(any));
    }

    static class Dao {
        private final JdbcTemplate t;
        Dao(JdbcTemplate t) { this.t = t; }

        void find(String name) {
            // ruleid: sql-injection
            t.queryForList("SELECT * FROM u WHERE n='" + name + "'");
        }

        void findSafe(String name) {
            String sql = "SELECT * FROM u WHERE n=?";
            // ok: sql-injection
            t.queryForList(sql, name);
        }
    }

    static class Dto {
        private String name;
        private int age;
        public String getName() { return name; }
        public int getAge() { return age; }
    }

    @Entity
    static class User { @Id Long id; }
}

@Mapper
interface UserMapper {
    // ruleid: sql-injection
    @Select("SELECT * FROM u WHERE n = '${name}'")
    List<Object> bad(@Param("name") String name);

    // ok: sql-injection
    @Select("SELECT * FROM u WHERE n = #{name}")
    List<Object> good(@Param("name") String name);

    // ruleid: sql-injection
    @Delete("DELETE FROM u WHERE n = ${name}")
    int remove(@Param("name") String name);

    // ruleid: sql-injection
    @Update({"UPDATE u SET a = #{a}", "ORDER BY ${o}"})
    int update(@Param("a") String a, @Param("o") String o);

    // ok: sql-injection
    @Insert("INSERT INTO u VALUES (#{name})")
    int insert(@Param("name") String name);
}
