import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;

class Comments {
    void list(ResultSet rows, HttpServletResponse response) throws Exception {
        PrintWriter out = response.getWriter();
        while (rows.next()) {
            String name = rows.getString("name");
            // ruleid: servlet-stored-value-echoed
            out.println("<td>" + name + "</td>");
            // ruleid: servlet-stored-value-echoed
            response.getWriter().print(rows.getString("text"));
            // ok: servlet-stored-value-echoed
            out.println("<td>" + Encode.forHtml(name) + "</td>");
            // ok: servlet-stored-value-echoed
            out.println("<td>" + rows.getInt("id") + "</td>");
        }
    }

    void json(ResultSet rows, HttpServletResponse response) throws Exception {
        response.setContentType("application/json");
        // ok: servlet-stored-value-echoed
        response.getWriter().print(rows.getString("text"));
    }

    void console(ResultSet rows) throws SQLException {
        // ok: servlet-stored-value-echoed
        System.out.println("<td>" + rows.getString("name"));
    }
}
