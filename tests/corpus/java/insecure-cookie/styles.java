package org.sample;

import javax.servlet.http.*;
import javax.ws.rs.core.NewCookie;
import org.springframework.http.*;

class Styles {
    void a(HttpServletResponse r, String v, boolean production) {
        Cookie c = new Cookie("auth", v);
        c.setMaxAge(60);
        c.setSecure(true);
        // ruleid: insecure-cookie
        r.addCookie(c);
        javax.servlet.http.Cookie d = new javax.servlet.http.Cookie("auth", v);
        // ruleid: insecure-cookie
        r.addCookie(d);
        Cookie e = new Cookie("auth", v);
        // ruleid: insecure-cookie
        e.setSecure(false);
        e.setHttpOnly(true);
        r.addCookie(e);
        // ok: insecure-cookie
        r.addCookie(secure("auth", v));
    }

    private Cookie secure(String name, String value) {
        Cookie c = new Cookie(name, value);
        c.setSecure(true);
        c.setHttpOnly(true);
        return c;
    }

    void b(HttpServletResponse r, String v) {
        Cookie c;
        c = new Cookie("auth", v);
        // ruleid: insecure-cookie
        r.addCookie(c);
        Cookie g = new Cookie("auth", v);
        g.setHttpOnly(true);
        g.setSecure(true);
        g.setPath("/");
        // ok: insecure-cookie
        r.addCookie(g);
    }

    Object c(String v) {
        // ruleid: insecure-cookie
        ResponseCookie bad = ResponseCookie.from("auth", v).secure(false).httpOnly(true).build();
        // ruleid: insecure-cookie
        ResponseCookie half = ResponseCookie.from("auth", v).secure(true).path("/").maxAge(60).build();
        // ok: insecure-cookie
        ResponseCookie good = ResponseCookie.from("auth", v).path("/").secure(true).sameSite("Strict").httpOnly(true).build();
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, good.toString()).build();
    }
}
