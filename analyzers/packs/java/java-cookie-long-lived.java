import javax.servlet.http.Cookie;
import org.springframework.http.ResponseCookie;

class Cookies {
    private static final int YEAR = 31536000;

    void set(Cookie cookie, String id, Cache cache) {
        // ruleid: java-cookie-long-lived
        cookie.setMaxAge(60 * 60 * 24 * 365);
        // ruleid: java-cookie-long-lived
        cookie.setMaxAge(YEAR);
        Cookie login = new Cookie("login", id);
        // ruleid: java-cookie-long-lived
        login.setMaxAge(31536000);
        // ok: java-cookie-long-lived
        login.setMaxAge(60 * 60 * 24);
        // ok: java-cookie-long-lived
        login.setMaxAge(-1);
        Cookie theme = new Cookie("theme", "dark");
        // ok: java-cookie-long-lived
        theme.setMaxAge(31536000);
        // ok: java-cookie-long-lived
        cache.setMaxAge(31536000);
        // ruleid: java-cookie-long-lived
        ResponseCookie.from("id", id).httpOnly(true).secure(true).maxAge(63072000).build();
        // ok: java-cookie-long-lived
        ResponseCookie.from("id", id).httpOnly(true).secure(true).maxAge(3600).build();
    }
}
