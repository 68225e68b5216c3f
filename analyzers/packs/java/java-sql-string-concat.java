import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

class Users {
    void find(Connection connection, Statement statement, String name, int id) throws Exception {
        // ruleid: java-sql-string-concat
        statement.executeQuery("SELECT * FROM users WHERE name = '" + name + "'");
        String sql = "UPDATE users SET seen = 1 WHERE name = '" + name + "'";
        // ruleid: java-sql-string-concat
        statement.executeUpdate(sql);
        // ruleid: java-sql-string-concat
        connection.prepareStatement(String.format("SELECT * FROM users WHERE name = '%s'", name));
        // ok: java-sql-string-concat
        PreparedStatement prepared = connection.prepareStatement("SELECT * FROM users WHERE name = ?");
        // ok: java-sql-string-concat
        statement.executeQuery("SELECT * FROM users WHERE id = " + id);
    }

    void run(Statement statement, String sql) throws Exception {
        // ok: java-sql-string-concat
        statement.execute(sql);
    }
}
