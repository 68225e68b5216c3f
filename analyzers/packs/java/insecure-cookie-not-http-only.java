import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;

class Cookies {
    void bare(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        cookie.setSecure(true);
        // ruleid: insecure-cookie-not-http-only
        response.addCookie(cookie);
    }

    void hidden(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        hide(cookie);
        // ok: insecure-cookie-not-http-only
        response.addCookie(cookie);
    }

    private void hide(Cookie cookie) {
        cookie.setHttpOnly(true);
    }

    void looks(HttpServletResponse response, String value) {
        Cookie language = new Cookie("lang", value);
        // ok: insecure-cookie-not-http-only
        response.addCookie(language);
        Cookie login = new jakarta.servlet.http.Cookie("login", value);
        // ruleid: insecure-cookie-not-http-only
        response.addCookie(login);
    }

    void off(HttpServletResponse response, String value) {
        Cookie open = new Cookie("login", value);
        open.setHttpOnly(false);
        // ok: insecure-cookie-not-http-only
        response.addCookie(open);
    }
}
