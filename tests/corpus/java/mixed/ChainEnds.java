import javax.servlet.http.*;
import java.util.*;
import java.nio.file.*;
class ChainEnds {
    int a(HttpServletRequest request) throws Exception {
        // ruleid: sql-injection
        int n = jdbc.queryForList("SELECT * FROM t WHERE a = '" + request.getParameter("x") + "'").size();
        // ruleid: path-traversal
        int m = new String(Files.readAllBytes(Paths.get("/srv/" + request.getParameter("x")))).length();
        // ruleid: path-traversal
        long l = new java.io.File("/srv/" + request.getParameter("f")).length();
        // ruleid: ssrf
        return rest.getForObject(request.getParameter("u"), String.class).length();
    }
    boolean b(HttpServletRequest request) throws Exception {
        // ruleid: sql-injection
        if (em.createQuery("from U where n = '" + request.getParameter("n") + "'").getResultList().isEmpty()) return true;
        // ruleid: sql-injection
        return statement.executeQuery("SELECT 1 FROM u WHERE n = '" + request.getParameter("n") + "'").next();
    }
}
