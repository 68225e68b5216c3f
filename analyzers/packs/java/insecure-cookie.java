import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;

class Cookies {
    void bare(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        cookie.setHttpOnly(true);
        // ruleid: insecure-cookie
        response.addCookie(cookie);
        // ruleid: insecure-cookie
        response.addCookie(new Cookie("session", value));
    }

    void secure(HttpServletResponse response, String value, Cookie given) {
        Cookie cookie = new Cookie("session", value);
        cookie.setPath("/");
        cookie.setSecure(true);
        // ok: insecure-cookie
        response.addCookie(cookie);
        // ok: insecure-cookie
        response.addCookie(given);
    }

    void removed(HttpServletResponse response) {
        Cookie cookie = new Cookie("session", "");
        cookie.setMaxAge(0);
        // ok: insecure-cookie
        response.addCookie(cookie);
    }

    void looks(HttpServletResponse response, String value) {
        Cookie language = new Cookie("lang", value);
        // ok: insecure-cookie
        response.addCookie(language);
        Cookie login = new jakarta.servlet.http.Cookie("login", value);
        // ruleid: insecure-cookie
        response.addCookie(login);
    }

    void off(HttpServletResponse response, String value) {
        Cookie open = new Cookie("login", value);
        open.setSecure(false);
        // ok: insecure-cookie
        response.addCookie(open);
    }
}
