package shop.web;

import javax.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class Audit {
    private static final Logger log = LoggerFactory.getLogger(Audit.class);
    private static final java.util.logging.Logger JUL = java.util.logging.Logger.getLogger("audit");

    void record(HttpServletRequest request) {
        String user = request.getParameter("user");
        // ruleid: log-injection
        log.info("Login of " + user);
        // ruleid: log-injection
        log.warn("Login of {}", user);
        // ruleid: log-injection
        JUL.info("Login of " + request.getHeader("User-Agent"));
        // ruleid: log-injection
        log.error(String.format("No user %s", user));
        // ok: log-injection
        log.info("Login");
        // ok: log-injection
        log.info("Login of {}", user.replaceAll("[\r\n]", "_"));
        int id = Integer.parseInt(request.getParameter("id"));
        // ok: log-injection
        log.info("Order {}", id);
    }

    @GetMapping("/x")
    String spring(@RequestParam String q) {
        // ruleid: log-injection
        log.debug("Query " + q);
        return "x";
    }
}
