import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Headers {
    void set(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: servlet-header-request-value
        response.setHeader("X-Language", request.getParameter("language"));
        // ok: servlet-header-request-value
        response.setHeader("X-Language", request.getParameter("language").replaceAll("[\r\n]", ""));
        // ok: servlet-header-request-value
        response.setHeader("X-Language", "en");
    }
}
