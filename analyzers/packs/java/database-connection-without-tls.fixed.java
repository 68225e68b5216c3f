import java.sql.Connection;
import java.sql.DriverManager;

class Orders {
    private static final String STOCK = "jdbc:postgresql://db.shop.com/stock?sslmode=disable";

    Connection connect(String user, String password) throws Exception {
        // ruleid: database-connection-without-tls
        DriverManager.getConnection("jdbc:mysql://db.shop.com/orders?sslMode=VERIFY_IDENTITY", user, password);
        // ruleid: database-connection-without-tls
        DriverManager.getConnection(STOCK, user, password);
        // ruleid: database-connection-without-tls
        DriverManager.getConnection("jdbc:sqlserver://db.shop.com;encrypt=true;trustServerCertificate=false");
        // ok: database-connection-without-tls
        DriverManager.getConnection("jdbc:mysql://localhost/orders?useSSL=false", user, password);
        // ok: database-connection-without-tls
        return DriverManager.getConnection("jdbc:mysql://db.shop.com/orders?sslMode=VERIFY_IDENTITY", user, password);
    }
}
