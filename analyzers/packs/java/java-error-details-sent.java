import javax.servlet.http.HttpServletResponse;

class Errors {
    void get(HttpServletResponse response) throws Exception {
        try {
            work();
        } catch (Exception e) {
            // ruleid: java-error-details-sent
            response.getWriter().println(e.getMessage());
            // ruleid: java-error-details-sent
            response.sendError(500, "Failed: " + e);
            // ok: java-error-details-sent
            response.sendError(500, "Failed");
            // ok: java-error-details-sent
            log.error("Failed", e);
        }
    }
}
