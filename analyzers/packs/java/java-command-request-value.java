import java.io.IOException;
import javax.servlet.http.HttpServletRequest;

class Ping {
    void ping(HttpServletRequest request) throws IOException {
        String host = request.getParameter("host");
        // ruleid: java-command-request-value
        Runtime.getRuntime().exec("ping " + host);
        // ruleid: java-command-request-value
        new ProcessBuilder("sh", "-c", "ping " + host).start();
        // ok: java-command-request-value
        new ProcessBuilder("ping", "-c", "1", "localhost").start();
        if (host.matches("[a-z0-9.]+")) {
            // ok: java-command-request-value
            Runtime.getRuntime().exec("ping " + host);
        }
    }
}
