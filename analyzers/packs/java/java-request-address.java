import java.net.URL;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

class Fetch {
    private static final Set<String> HOSTS = Set.of("a.example.org", "b.example.org");

    void fetch(HttpServletRequest request) throws Exception {
        // ruleid: java-request-address
        new URL(request.getParameter("url")).openStream();
        // ruleid: java-request-address
        restTemplate.getForObject("http://" + request.getParameter("host"), String.class);
        // ok: java-request-address
        new URL("https://example.org/items/" + request.getParameter("id")).openStream();
        String host = request.getParameter("host");
        if (HOSTS.contains(host)) {
            // ok: java-request-address
            new URL("https://" + host + "/").openStream();
        }
    }
}
