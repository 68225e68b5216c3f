import java.sql.Connection;
import java.sql.DriverManager;

class Orders {
    Connection connect(String user, String password) throws Exception {
        // ruleid: java-sql-several-statements
        DriverManager.getConnection("jdbc:mysql://db.shop.com/orders?allowMultiQueries=false", user, password);
        // ok: java-sql-several-statements
        return DriverManager.getConnection("jdbc:mysql://db.shop.com/orders", user, password);
    }
}
