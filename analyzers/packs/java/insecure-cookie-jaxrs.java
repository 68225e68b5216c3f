class Cookies {
    void cookies(String id) {
        // ruleid: insecure-cookie-jaxrs
        new NewCookie("session", id);
        // ruleid: insecure-cookie-jaxrs
        new NewCookie("session", id, "/", "example.org", "", 3600, false);
        // ok: insecure-cookie-jaxrs
        new NewCookie("session", id, "/", "example.org", "", 3600, true, true);
    }
}

class Long {
    void cookies(String id, Cookie cookie) {
        // ruleid: insecure-cookie-jaxrs
        new NewCookie("session", id, "/", null, 1, "", 3600, null, false, false);
        // ruleid: insecure-cookie-jaxrs
        new NewCookie(cookie, "", 3600, null, true, false);
        // ruleid: insecure-cookie-jaxrs
        new NewCookie(cookie, "", 3600, false);
        // ruleid: insecure-cookie-jaxrs
        new NewCookie("session", id, "/", null, 1, "", 3600, false);
        // ok: insecure-cookie-jaxrs
        new NewCookie("session", id, "/", null, 1, "", 3600, null, true, true);
    }
}
