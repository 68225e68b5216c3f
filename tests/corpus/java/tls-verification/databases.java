import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;

class Databases {
    private static final String PARTS = "jdbc:postgresql://stock.internal.example/parts?sslmode=allow";

    void open(HikariConfig pool, String user, String password) throws Exception {
        // ruleid: tls-verification
        DriverManager.getConnection("jdbc:mysql://stock.internal.example/parts?useSSL=false&user=" + user);
        // ruleid: tls-verification
        DriverManager.getConnection(PARTS, user, password);
        // ruleid: tls-verification
        pool.setJdbcUrl("jdbc:mysql://stock.internal.example/parts?sslMode=DISABLED");
        // ruleid: tls-verification
        pool.setJdbcUrl("jdbc:sqlserver://stock.internal.example;trustServerCertificate=true;encrypt=true");
        // ok: tls-verification
        pool.setJdbcUrl("jdbc:postgresql://stock.internal.example/parts?sslmode=verify-full");
        // ok: tls-verification
        DriverManager.getConnection("jdbc:mysql://127.0.0.1/parts?useSSL=false", user, password);
        // ok: tls-verification
        DriverManager.getConnection("jdbc:mysql://stock.internal.example/parts?sslMode=VERIFY_CA", user, password);
    }
}
