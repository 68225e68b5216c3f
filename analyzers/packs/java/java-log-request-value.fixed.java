import javax.servlet.http.HttpServletRequest;

class Audit {
    void record(HttpServletRequest request) {
        // ruleid: java-log-request-value
        log.info("Login of " + String.valueOf(request.getParameter("user")).replaceAll("[\r\n]", "_"));
        // ok: java-log-request-value
        log.info("Login of {}", request.getParameter("user").replaceAll("[\r\n]", "_"));
        // ok: java-log-request-value
        log.info("Login");
    }
}
