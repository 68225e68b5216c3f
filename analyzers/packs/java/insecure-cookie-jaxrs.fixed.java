class Cookies {
    void cookies(String id) {
        // ruleid: insecure-cookie-jaxrs
        new NewCookie("session", id, null, null, null, NewCookie.DEFAULT_MAX_AGE, true, true);
        // ruleid: insecure-cookie-jaxrs
        new NewCookie("session", id, "/", "example.org", "", 3600, true, true);
        // ok: insecure-cookie-jaxrs
        new NewCookie("session", id, "/", "example.org", "", 3600, true, true);
    }
}

class Long {
    void cookies(String id, Cookie cookie) {
        // ruleid: insecure-cookie-jaxrs
        new NewCookie("session", id, "/", null, 1, "", 3600, null, true, true);
        // ruleid: insecure-cookie-jaxrs
        new NewCookie(cookie, "", 3600, null, true, true);
        // ruleid: insecure-cookie-jaxrs
        new NewCookie(cookie, "", 3600, null, true, true);
        // ruleid: insecure-cookie-jaxrs
        new NewCookie("session", id, "/", null, 1, "", 3600, null, true, true);
        // ok: insecure-cookie-jaxrs
        new NewCookie("session", id, "/", null, 1, "", 3600, null, true, true);
    }
}
