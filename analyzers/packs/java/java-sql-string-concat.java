import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.persistence.EntityManager;

class UserTable {
    void find(Statement statement, EntityManager entities, String name) throws SQLException {
        // ruleid: java-sql-string-concat
        statement.executeQuery("SELECT id FROM users WHERE name = '" + name + "'");
        String query = "SELECT id FROM users WHERE name = '" + name + "'";
        // ruleid: java-sql-string-concat
        statement.executeQuery(query);
        // ruleid: java-sql-string-concat
        statement.executeUpdate(String.format("DELETE FROM users WHERE name = '%s'", name));
        // ruleid: java-sql-string-concat
        entities.createQuery("from User u where u.name like '%" + name + "%'");
    }

    void quiet(Connection connection, Statement statement, String name, String table) throws SQLException {
        // ok: java-sql-string-concat
        PreparedStatement prepared = connection.prepareStatement("SELECT id FROM users WHERE name = ?");
        prepared.setString(1, name);
        // ok: java-sql-string-concat
        statement.executeQuery("SELECT id FROM " + table);
        // ok: java-sql-string-concat
        statement.execute("SELECT id " + "FROM users WHERE seen = 1");
    }
}
