class Cookies {
    void header(javax.servlet.http.HttpServletResponse response, String id, String all) {
        // ruleid: insecure-cookie-header
        response.addHeader("Set-Cookie", "session=" + id + "; Path=/; Secure; HttpOnly");
        // ruleid: insecure-cookie-header
        response.setHeader("Set-Cookie", "session=" + id + "; HttpOnly; Secure");
        // ok: insecure-cookie-header
        response.setHeader("Set-Cookie", "session=" + id + "; Secure; HttpOnly; SameSite=Strict");
        // ok: insecure-cookie-header
        response.setHeader("Set-Cookie", all);
    }
}
