import java.sql.Connection;
import java.sql.DriverManager;

class Orders {
    Connection connect(String user, String password) throws Exception {
        // ruleid: sql-multiple-statements
        DriverManager.getConnection("jdbc:mysql://db.shop.com/orders?allowMultiQueries=false", user, password);
        // ok: sql-multiple-statements
        return DriverManager.getConnection("jdbc:mysql://db.shop.com/orders", user, password);
    }
}
