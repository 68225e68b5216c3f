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
