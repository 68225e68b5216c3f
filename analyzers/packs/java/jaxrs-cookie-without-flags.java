class Cookies {
    void cookies(String id) {
        // ruleid: jaxrs-cookie-without-flags
        new NewCookie("session", id);
        // ruleid: jaxrs-cookie-without-flags
        new NewCookie("session", id, "/", "example.org", "", 3600, false);
        // ok: jaxrs-cookie-without-flags
        new NewCookie("session", id, "/", "example.org", "", 3600, true, true);
    }
}

class Long {
    void cookies(String id, Cookie cookie) {
        // ruleid: jaxrs-cookie-without-flags
        new NewCookie("session", id, "/", null, 1, "", 3600, null, false, false);
        // ruleid: jaxrs-cookie-without-flags
        new NewCookie(cookie, "", 3600, null, true, false);
        // ruleid: jaxrs-cookie-without-flags
        new NewCookie(cookie, "", 3600, false);
        // ruleid: jaxrs-cookie-without-flags
        new NewCookie("session", id, "/", null, 1, "", 3600, false);
        // ok: jaxrs-cookie-without-flags
        new NewCookie("session", id, "/", null, 1, "", 3600, null, true, true);
    }
}
