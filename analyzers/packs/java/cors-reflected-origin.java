import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Origins {
    private static final Set<String> ALLOWED = Set.of("https://example.org");

    void allow(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        if (ALLOWED.contains(origin)) {
            // ok: cors-reflected-origin
            response.setHeader("Access-Control-Allow-Origin", origin);
        } else {
            // ruleid: cors-reflected-origin
            response.setHeader("Access-Control-Allow-Origin", origin);
        }
    }
}
