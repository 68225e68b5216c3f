import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;

class Cookies {
    void bare(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        cookie.setSecure(true);
        // ruleid: java-cookie-not-http-only
        response.addCookie(cookie);
    }

    void hidden(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        hide(cookie);
        // ok: java-cookie-not-http-only
        response.addCookie(cookie);
    }

    private void hide(Cookie cookie) {
        cookie.setHttpOnly(true);
    }
}
