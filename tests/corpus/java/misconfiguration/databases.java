import com.zaxxer.hikari.HikariConfig;

class Databases {
    void configure(HikariConfig pool, String host) {
        // ruleid: misconfiguration
        pool.setJdbcUrl("jdbc:mysql://" + host + "/parts?allowMultiQueries=true");
        // ok: misconfiguration
        pool.setJdbcUrl("jdbc:mysql://" + host + "/parts?allowMultiQueries=false");
    }
}
