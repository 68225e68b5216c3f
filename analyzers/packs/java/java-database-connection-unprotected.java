import java.sql.Connection;
import java.sql.DriverManager;

class Orders {
    private static final String STOCK = "jdbc:postgresql://db.shop.com/stock?sslmode=disable";

    Connection connect(String user, String password) throws Exception {
        // ruleid: java-database-connection-unprotected
        DriverManager.getConnection("jdbc:mysql://db.shop.com/orders?useSSL=false", user, password);
        // ruleid: java-database-connection-unprotected
        DriverManager.getConnection(STOCK, user, password);
        // ruleid: java-database-connection-unprotected
        DriverManager.getConnection("jdbc:sqlserver://db.shop.com;encrypt=true;trustServerCertificate=true");
        // ok: java-database-connection-unprotected
        DriverManager.getConnection("jdbc:mysql://localhost/orders?useSSL=false", user, password);
        // ok: java-database-connection-unprotected
        return DriverManager.getConnection("jdbc:mysql://db.shop.com/orders?sslMode=VERIFY_IDENTITY", user, password);
    }
}
