import javax.servlet.http.Cookie;

class Cookies {
    void cookies(Cookie cookie, ResponseCookie.Builder builder, String value) {
        // ruleid: cookie-protection-disabled
        cookie.setHttpOnly(false);
        // ruleid: cookie-protection-disabled
        cookie.setSecure(false);
        // ok: cookie-protection-disabled
        cookie.setHttpOnly(true);
        // ruleid: cookie-protection-disabled
        ResponseCookie.from("session", value).httpOnly(false).build();
        // ok: cookie-protection-disabled
        ResponseCookie.from("session", value).httpOnly(true).secure(true).build();
        // ok: cookie-protection-disabled
        cookie.setMaxAge(0);
    }
}
