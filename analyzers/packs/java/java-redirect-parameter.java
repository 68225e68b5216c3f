import javax.servlet.http.HttpServletResponse;

class Redirects {
    void go(HttpServletResponse response, String url) throws Exception {
        // ruleid: java-redirect-parameter
        response.sendRedirect(url);
        // ok: java-redirect-parameter
        response.sendRedirect("/home?from=" + url);
        if (url.startsWith("/account/")) {
            // ok: java-redirect-parameter
            response.sendRedirect(url);
        }
    }
}
