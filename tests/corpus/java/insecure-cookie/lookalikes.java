package org.sample;

import javax.servlet.http.*;

class Lookalikes {
    private void harden(Cookie cookie) {
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
    }

    void helper(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("s", value);
        harden(cookie);
        // ok: insecure-cookie
        response.addCookie(cookie);
    }

    void conditional(HttpServletResponse response, String value, boolean tls) {
        Cookie cookie = new Cookie("s", value);
        cookie.setHttpOnly(true);
        cookie.setSecure(tls);
        // ok: insecure-cookie
        response.addCookie(cookie);
    }

    void attempted(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("s", value);
        try {
            cookie.setHttpOnly(true);
            cookie.setSecure(true);
        } finally {
            cookie.setPath("/");
        }
        // ok: insecure-cookie
        response.addCookie(cookie);
    }

    void copied(HttpServletRequest request, HttpServletResponse response) {
        for (Cookie cookie : request.getCookies()) {
            cookie.setMaxAge(0);
            // ok: insecure-cookie
            response.addCookie(cookie);
        }
    }

    void wrongOne(HttpServletResponse response, String value) {
        Cookie first = new Cookie("a", value);
        first.setHttpOnly(true);
        first.setSecure(true);
        Cookie second = new Cookie("b", value);
        // ruleid: insecure-cookie
        response.addCookie(second);
        // ok: insecure-cookie
        response.addCookie(first);
    }
}
