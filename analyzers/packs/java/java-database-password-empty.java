import java.sql.DriverManager;

class Connect {
    private static final String MEMORY = "jdbc:h2:mem:test";

    void open(String url) throws Exception {
        // ruleid: java-database-password-empty
        DriverManager.getConnection("jdbc:mysql://db.shop.com/orders", "root", "");
        // ruleid: java-database-password-empty
        DriverManager.getConnection(url, "root", "");
        // ruleid: java-database-password-empty
        DriverManager.getConnection("jdbc:postgresql://db.shop.com/orders?user=shop&password=");
        // ok: java-database-password-empty
        DriverManager.getConnection("jdbc:h2:mem:test", "sa", "");
        // ok: java-database-password-empty
        DriverManager.getConnection(MEMORY, "sa", "");
        // ok: java-database-password-empty
        DriverManager.getConnection(url, "root", System.getenv("DATABASE_PASSWORD"));
        // ok: java-database-password-empty
        DriverManager.getConnection("jdbc:sqlite:/srv/data.db");
    }
}
