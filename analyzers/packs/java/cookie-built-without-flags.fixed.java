class Cookies {
    void build(String value) {
        // ruleid: cookie-built-without-flags
        ResponseCookie.from("session", value).path("/").httpOnly(true).secure(true).build();
        // ok: cookie-built-without-flags
        ResponseCookie.from("session", value).httpOnly(true).path("/").secure(true).build();
    }
}
