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
            // ruleid: stored-xss
            out.println("<td>" + name + "</td>");
            // ruleid: stored-xss
            response.getWriter().print(rows.getString("text"));
            // ok: stored-xss
            out.println("<td>" + Encode.forHtml(name) + "</td>");
            // ok: stored-xss
            out.println("<td>" + rows.getInt("id") + "</td>");
        }
    }

    void json(ResultSet rows, HttpServletResponse response) throws Exception {
        response.setContentType("application/json");
        // ok: stored-xss
        response.getWriter().print(rows.getString("text"));
    }

    void console(ResultSet rows) throws SQLException {
        // ok: stored-xss
        System.out.println("<td>" + rows.getString("name"));
    }

    void news(HttpServletResponse response) throws IOException {
        try (Socket socket = new Socket("news.example.org", 7000);
                BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
            String line = reader.readLine();
            // ruleid: stored-xss
            response.getWriter().println("<p>" + line + "</p>");
            // ok: stored-xss
            response.getWriter().println("<p>" + line.length() + "</p>");
        }
    }

    void lines(HttpServletResponse response, List<String> names, ResultSet rows) throws Exception {
        URLConnection connection = new URL("https://news.example.org/").openConnection();
        Scanner scanner = new Scanner(connection.getInputStream());
        while (scanner.hasNextLine()) {
            // ruleid: stored-xss
            response.getWriter().println("<p>" + scanner.nextLine() + "</p>");
        }
        while (rows.next()) {
            names.add(rows.getString(1));
        }
        for (String name : names) {
            // ruleid: stored-xss
            response.getWriter().println("<li>" + name + "</li>");
        }
    }
}

class Reports {
    void report(ResultSet rows, File file) throws Exception {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(new FileOutputStream(file)));
        // ok: stored-xss
        out.println("<td>" + rows.getString("name") + "</td>");
    }
}

class Pages {
    void page(ResultSet rows, PrintWriter out) throws Exception {
        // ruleid: stored-xss
        out.println("<td>" + rows.getString("name") + "</td>");
    }
}
