class Cookies {
    void build(String value) {
        // ruleid: insecure-cookie-builder
        ResponseCookie.from("session", value).path("/").build();
        // ok: insecure-cookie-builder
        ResponseCookie.from("session", value).httpOnly(true).path("/").secure(true).build();
    }
}
