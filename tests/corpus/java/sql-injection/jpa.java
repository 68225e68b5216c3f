package shop.people;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import javax.jdo.PersistenceManager;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.criterion.Restrictions;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import io.r2dbc.spi.Connection;

class PersonRepository {
    @PersistenceContext private EntityManager em;
    private SessionFactory sessions;
    private DSLContext dsl;

    Person byName(String name) {
        // ruleid: sql-injection
        TypedQuery<Person> query = em.createQuery("SELECT p FROM Person p WHERE p.name = '" + name + "'", Person.class);
        return query.getSingleResult();
    }

    List<Person> nativeByName(HttpServletRequest request) {
        String sql = "SELECT * FROM person WHERE name = '" + request.getParameter("name") + "'";
        // ruleid: sql-injection
        Query query = em.createNativeQuery(sql, Person.class);
        return query.getResultList();
    }

    List<Person> bound(String name) {
        // ok: sql-injection
        return em.createQuery("SELECT p FROM Person p WHERE p.name = :name", Person.class).setParameter("name", name).getResultList();
    }

    List<Person> boundNative(String name) {
        // ok: sql-injection
        Query query = em.createNativeQuery("SELECT * FROM person WHERE name = ?1");
        query.setParameter(1, name);
        return query.getResultList();
    }

    List<Person> boundPartly(String name, String city) {
        // ruleid: sql-injection
        Query query = em.createQuery("FROM Person p WHERE p.name = :name AND p.city = '" + city + "'");
        query.setParameter("name", name);
        return query.getResultList();
    }

    List<?> hibernate(String name, String order) {
        Session session = sessions.getCurrentSession();
        // ruleid: sql-injection
        session.createQuery("from Person where name = '" + name + "'").list();
        // ruleid: sql-injection
        session.createSQLQuery("select * from person where name = '" + name + "'").list();
        // ruleid: sql-injection
        session.createNativeQuery(String.format("select * from person where name = '%s'", name)).list();
        // ruleid: sql-injection
        session.createCriteria(Person.class).add(Restrictions.sqlRestriction("name = '" + name + "'")).list();
        // ok: sql-injection
        session.createCriteria(Person.class).add(Restrictions.eq("name", name)).list();
        // ok: sql-injection
        return session.createQuery("from Person where name = :name").setParameter("name", name).list();
    }

    List<?> jdo(PersistenceManager pm, String filter) {
        // ruleid: sql-injection
        pm.newQuery("SELECT FROM shop.Person WHERE name == '" + filter + "'");
        // ok: sql-injection
        return (List<?>) pm.newQuery("SELECT FROM shop.Person WHERE name == n PARAMETERS String n").execute(filter);
    }

    void jooq(String name) {
        // ruleid: sql-injection
        dsl.fetch("SELECT * FROM person WHERE name = '" + name + "'");
        // ruleid: sql-injection
        dsl.execute("DELETE FROM person WHERE name = '" + name + "'");
        // ruleid: sql-injection
        dsl.selectFrom("person").where("name = '" + name + "'").fetch();
        // ruleid: sql-injection
        dsl.select().from("person").where(DSL.condition("name = '" + name + "'")).fetch();
        // ok: sql-injection
        dsl.fetch("SELECT * FROM person WHERE name = ?", name);
        // ok: sql-injection
        dsl.selectFrom("person").where(DSL.field("name").eq(name)).fetch();
    }

    void r2dbc(Connection connection, String name) {
        // ruleid: sql-injection
        connection.createStatement("SELECT * FROM person WHERE name = '" + name + "'").execute();
        // ok: sql-injection
        connection.createStatement("SELECT * FROM person WHERE name = $1").bind("$1", name).execute();
    }
}

interface PersonMapper {
    // ruleid: sql-injection
    @Select("SELECT * FROM person WHERE name = '${name}'")
    Person unsafe(@Param("name") String name);

    // ok: sql-injection
    @Select("SELECT * FROM person WHERE name = #{name}")
    Person safe(@Param("name") String name);

    // ruleid: sql-injection
    @Delete("DELETE FROM person WHERE id = ${id}")
    void remove(@Param("id") String id);

    // ok: sql-injection
    @Update("UPDATE person SET name = #{name} WHERE id = #{id}")
    void rename(@Param("id") long id, @Param("name") String name);

    // ruleid: sql-injection
    @Select({"SELECT * FROM person", "ORDER BY ${column}"})
    List<Person> sorted(@Param("column") String column);
}
