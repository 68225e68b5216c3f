import javax.servlet.http.Cookie;
import org.springframework.http.ResponseCookie;

class Cookies {
    private static final int YEAR = 31536000;

    void set(Cookie cookie, String id, Cache cache) {
        // ruleid: persistent-cookie
        cookie.setMaxAge(60 * 60 * 24 * 365);
        // ruleid: persistent-cookie
        cookie.setMaxAge(YEAR);
        Cookie login = new Cookie("login", id);
        // ruleid: persistent-cookie
        login.setMaxAge(31536000);
        // ok: persistent-cookie
        login.setMaxAge(60 * 60 * 24);
        // ok: persistent-cookie
        login.setMaxAge(-1);
        Cookie theme = new Cookie("theme", "dark");
        // ok: persistent-cookie
        theme.setMaxAge(31536000);
        // ok: persistent-cookie
        cache.setMaxAge(31536000);
        // ruleid: persistent-cookie
        ResponseCookie.from("id", id).httpOnly(true).secure(true).maxAge(63072000).build();
        // ok: persistent-cookie
        ResponseCookie.from("id", id).httpOnly(true).secure(true).maxAge(3600).build();
    }
}
