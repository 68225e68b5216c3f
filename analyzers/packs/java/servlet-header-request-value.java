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

class Resources {
    void serve(HttpServletRequest request, HttpServletResponse response) {
        WebResource resource = resources.getResource(request.getPathInfo());
        // ok: servlet-header-request-value
        response.setHeader("ETag", resource.getETag());
        // ruleid: servlet-header-request-value
        response.setHeader("X-Name", request.getParameter("name"));
    }
}
