import javax.servlet.http.Cookie;

class Login {
    void send(Cookie cookie) {
        // ruleid: cookie-protection-disabled
        cookie.setHttpOnly(true);
        // ruleid: cookie-protection-disabled
        cookie.setSecure(true);
    }

    void quiet(Cookie cookie, Connector connector, boolean https) {
        // ok: cookie-protection-disabled
        cookie.setHttpOnly(true);
        // ok: cookie-protection-disabled
        cookie.setSecure(https);
        // ok: cookie-protection-disabled
        connector.setSecure(false);
    }
}
