import javax.servlet.http.Cookie;

class Cookies {
    void cookies(Cookie cookie, ResponseCookie.Builder builder, String value) {
        // ruleid: insecure-cookie-flag-disabled
        cookie.setHttpOnly(true);
        // ruleid: insecure-cookie-flag-disabled
        cookie.setSecure(true);
        // ok: insecure-cookie-flag-disabled
        cookie.setHttpOnly(true);
        // ruleid: insecure-cookie-flag-disabled
        ResponseCookie.from("session", value).httpOnly(true).build();
        // ok: insecure-cookie-flag-disabled
        ResponseCookie.from("session", value).httpOnly(true).secure(true).build();
        // ok: insecure-cookie-flag-disabled
        cookie.setMaxAge(0);
    }
}
