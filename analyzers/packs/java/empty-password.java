import java.sql.DriverManager;

class Connect {
    private static final String MEMORY = "jdbc:h2:mem:test";

    void open(String url) throws Exception {
        // ruleid: empty-password
        DriverManager.getConnection("jdbc:mysql://db.shop.com/orders", "root", "");
        // ruleid: empty-password
        DriverManager.getConnection(url, "root", "");
        // ruleid: empty-password
        DriverManager.getConnection("jdbc:postgresql://db.shop.com/orders?user=shop&password=");
        // ok: empty-password
        DriverManager.getConnection("jdbc:h2:mem:test", "sa", "");
        // ok: empty-password
        DriverManager.getConnection(MEMORY, "sa", "");
        // ok: empty-password
        DriverManager.getConnection(url, "root", System.getenv("DATABASE_PASSWORD"));
        // ok: empty-password
        DriverManager.getConnection("jdbc:sqlite:/srv/data.db");
    }
}
