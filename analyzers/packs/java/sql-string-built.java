import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

class Users {
    void find(Connection connection, Statement statement, String name, int id) throws Exception {
        // ruleid: sql-string-built
        statement.executeQuery("SELECT * FROM users WHERE name = '" + name + "'");
        String sql = "UPDATE users SET seen = 1 WHERE name = '" + name + "'";
        // ruleid: sql-string-built
        statement.executeUpdate(sql);
        // ruleid: sql-string-built
        connection.prepareStatement(String.format("SELECT * FROM users WHERE name = '%s'", name));
        // ok: sql-string-built
        PreparedStatement prepared = connection.prepareStatement("SELECT * FROM users WHERE name = ?");
        // ok: sql-string-built
        statement.executeQuery("SELECT * FROM users WHERE id = " + id);
    }

    void run(Statement statement, String sql) throws Exception {
        // ok: sql-string-built
        statement.execute(sql);
    }
}

class Steps {
    ResultSet plusEquals(Connection connection, String name) throws SQLException {
        String query = "SELECT * FROM users WHERE name = '";
        query += name;
        query += "'";
        // ruleid: sql-string-built
        return connection.createStatement().executeQuery(query);
    }

    ResultSet builder(Connection connection, String name) throws SQLException {
        StringBuilder query = new StringBuilder("SELECT * FROM users WHERE name = '");
        query.append(name).append("'");
        // ruleid: sql-string-built
        return connection.prepareStatement(query.toString()).executeQuery();
    }

    ResultSet again(Connection connection, String name) throws SQLException {
        String q = "SELECT * FROM users WHERE name = '";
        q = q + name;
        // ruleid: sql-string-built
        return connection.createStatement().executeQuery(q);
    }

    ResultSet marks(Connection connection, List<String> names) throws SQLException {
        StringBuilder query = new StringBuilder("SELECT * FROM users WHERE name IN (");
        for (int i = 0; i < names.size(); i++) {
            query.append(i == 0 ? "?" : ",?");
        }
        query.append(")");
        // ok: sql-string-built
        return connection.prepareStatement(query.toString()).executeQuery();
    }
}

class Stored {
    void rename(Connection connection, ResultSet rows) throws SQLException {
        String nick = rows.getString("nick");
        // ruleid: sql-string-built
        connection.createStatement().executeQuery("SELECT * FROM posts WHERE author = '" + nick + "'");
        // ok: sql-string-built
        connection.createStatement().executeUpdate("DROP TABLE " + rows.getString("TABLE_NAME"));
        // ok: sql-string-built
        connection.createStatement().executeQuery("SELECT * FROM posts WHERE author = " + rows.getInt("id"));
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM posts WHERE author = ?");
        // ok: sql-string-built
        statement.setString(1, nick);
    }
}

class Quoted {
    void drop(Statement statement, String table) throws SQLException {
        // ok: sql-string-built
        statement.execute("DROP TABLE " + statement.enquoteIdentifier(table, true));
        // ok: sql-string-built
        statement.execute("DROP TABLE " + StringUtils.quoteIdentifier(table));
        // ruleid: sql-string-built
        statement.execute("DROP TABLE " + table.trim());
    }
}
