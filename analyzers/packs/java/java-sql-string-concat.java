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

class Steps {
    ResultSet plusEquals(Connection connection, String name) throws SQLException {
        String query = "SELECT * FROM users WHERE name = '";
        query += name;
        query += "'";
        // ruleid: java-sql-string-concat
        return connection.createStatement().executeQuery(query);
    }

    ResultSet builder(Connection connection, String name) throws SQLException {
        StringBuilder query = new StringBuilder("SELECT * FROM users WHERE name = '");
        query.append(name).append("'");
        // ruleid: java-sql-string-concat
        return connection.prepareStatement(query.toString()).executeQuery();
    }

    ResultSet again(Connection connection, String name) throws SQLException {
        String q = "SELECT * FROM users WHERE name = '";
        q = q + name;
        // ruleid: java-sql-string-concat
        return connection.createStatement().executeQuery(q);
    }

    ResultSet marks(Connection connection, List<String> names) throws SQLException {
        StringBuilder query = new StringBuilder("SELECT * FROM users WHERE name IN (");
        for (int i = 0; i < names.size(); i++) {
            query.append(i == 0 ? "?" : ",?");
        }
        query.append(")");
        // ok: java-sql-string-concat
        return connection.prepareStatement(query.toString()).executeQuery();
    }
}

class Stored {
    void rename(Connection connection, ResultSet rows) throws SQLException {
        String nick = rows.getString("nick");
        // ruleid: java-sql-string-concat
        connection.createStatement().executeQuery("SELECT * FROM posts WHERE author = '" + nick + "'");
        // ok: java-sql-string-concat
        connection.createStatement().executeUpdate("DROP TABLE " + rows.getString("TABLE_NAME"));
        // ok: java-sql-string-concat
        connection.createStatement().executeQuery("SELECT * FROM posts WHERE author = " + rows.getInt("id"));
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM posts WHERE author = ?");
        // ok: java-sql-string-concat
        statement.setString(1, nick);
    }
}

class Quoted {
    void drop(Statement statement, String table) throws SQLException {
        // ok: java-sql-string-concat
        statement.execute("DROP TABLE " + statement.enquoteIdentifier(table, true));
        // ok: java-sql-string-concat
        statement.execute("DROP TABLE " + StringUtils.quoteIdentifier(table));
        // ruleid: java-sql-string-concat
        statement.execute("DROP TABLE " + table.trim());
    }
}
