package shop.web;

import javax.servlet.SessionCookieConfig;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.NewCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.session.web.http.DefaultCookieSerializer;

class Cookies {
    void bare(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        // ruleid: insecure-cookie
        response.addCookie(cookie);
    }

    void inline(HttpServletResponse response, String value) {
        // ruleid: insecure-cookie
        response.addCookie(new Cookie("session", value));
    }

    void secureOnly(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        cookie.setSecure(true);
        // ruleid: insecure-cookie
        response.addCookie(cookie);
    }

    void httpOnlyOnly(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        // ruleid: insecure-cookie
        response.addCookie(cookie);
    }

    void both(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        // ok: insecure-cookie
        response.addCookie(cookie);
    }

    void off(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        // ruleid: insecure-cookie
        cookie.setSecure(false);
        // ruleid: insecure-cookie
        cookie.setHttpOnly(false);
        // ok: insecure-cookie
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    void deleted(HttpServletResponse response) {
        Cookie cookie = new Cookie("session", "");
        cookie.setMaxAge(0);
        // ok: insecure-cookie
        response.addCookie(cookie);
    }

    void conditional(HttpServletRequest request, HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        cookie.setSecure(request.isSecure());
        cookie.setHttpOnly(true);
        // ok: insecure-cookie
        response.addCookie(cookie);
    }

    void spring(HttpServletResponse response, String value) {
        // ruleid: insecure-cookie
        ResponseCookie off = ResponseCookie.from("session", value).httpOnly(false).secure(true).build();
        // ruleid: insecure-cookie
        ResponseCookie none = ResponseCookie.from("session", value).path("/").build();
        // ok: insecure-cookie
        ResponseCookie good = ResponseCookie.from("session", value).httpOnly(true).secure(true).sameSite("Lax").build();
        response.addHeader("Set-Cookie", good.toString());
    }

    void headers(HttpServletResponse response, String value) {
        // ruleid: insecure-cookie
        response.addHeader("Set-Cookie", "session=" + value + "; Path=/");
        // ok: insecure-cookie
        response.setHeader("Set-Cookie", "session=" + value + "; Secure; HttpOnly; SameSite=Strict");
    }

    void configuration(SessionCookieConfig config, DefaultCookieSerializer serializer) {
        // ruleid: insecure-cookie
        config.setHttpOnly(false);
        // ok: insecure-cookie
        config.setSecure(true);
        // ruleid: insecure-cookie
        serializer.setUseHttpOnlyCookie(false);
        // ruleid: insecure-cookie
        serializer.setUseSecureCookie(false);
        // ok: insecure-cookie
        serializer.setUseSecureCookie(true);
    }

    void jaxrs(String value) {
        // ruleid: insecure-cookie
        new NewCookie("session", value);
        // ok: insecure-cookie
        new NewCookie("session", value, "/", "shop.com", "", 3600, true, true);
        // ruleid: insecure-cookie
        new NewCookie("session", value, "/", "shop.com", "", 3600, false, false);
    }
}
