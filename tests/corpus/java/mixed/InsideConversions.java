import javax.servlet.http.*;
import java.nio.file.*;
class InsideConversions {
    void a(HttpServletRequest request) throws Exception {
        // ruleid: sql-injection
        int n = Integer.parseInt(jdbc.queryForObject("SELECT a FROM t WHERE a = '" + request.getParameter("x") + "'", String.class));
        // ruleid: path-traversal
        int m = Integer.parseInt(Files.readString(Paths.get("/srv/" + request.getParameter("x"))));
        // ruleid: ssrf
        long l = Long.valueOf(rest.getForObject(request.getParameter("u"), String.class));
        // ruleid: path-traversal
        String h = HtmlUtils.htmlEscape(Files.readString(Paths.get("/srv/" + request.getParameter("x"))));
        // ruleid: command-injection
        boolean b = Boolean.parseBoolean(new ProcessBuilder("sh", "-c", request.getParameter("c")).start().toString());
    }
}
