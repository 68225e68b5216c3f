import javax.servlet.http.HttpServletResponse;

class Redirects {
    void go(HttpServletResponse response, String url) throws Exception {
        // ruleid: open-redirect-from-parameter
        response.sendRedirect(url);
        // ok: open-redirect-from-parameter
        response.sendRedirect("/home?from=" + url);
        if (url.startsWith("/account/")) {
            // ok: open-redirect-from-parameter
            response.sendRedirect(url);
        }
    }
}
