import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;

class Cookies {
    void bare(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        cookie.setSecure(true);
        // ruleid: java-cookie-without-flags
        response.addCookie(cookie);
        // ruleid: java-cookie-without-flags
        response.addCookie(new Cookie("session", value));
    }

    void both(HttpServletResponse response, String value, Cookie given) {
        Cookie cookie = new Cookie("session", value);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setSecure(true);
        // ok: java-cookie-without-flags
        response.addCookie(cookie);
        // ok: java-cookie-without-flags
        response.addCookie(given);
        // ruleid: java-cookie-without-flags
        ResponseCookie.from("session", value).path("/").build();
        // ok: java-cookie-without-flags
        ResponseCookie.from("session", value).httpOnly(true).path("/").secure(true).build();
    }

    void removed(HttpServletResponse response) {
        Cookie cookie = new Cookie("session", "");
        cookie.setMaxAge(0);
        // ok: java-cookie-without-flags
        response.addCookie(cookie);
    }
}
