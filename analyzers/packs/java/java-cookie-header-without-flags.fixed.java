class Cookies {
    void header(javax.servlet.http.HttpServletResponse response, String id, String all) {
        // ruleid: java-cookie-header-without-flags
        response.addHeader("Set-Cookie", "session=" + id + "; Path=/; Secure; HttpOnly");
        // ruleid: java-cookie-header-without-flags
        response.setHeader("Set-Cookie", "session=" + id + "; HttpOnly; Secure");
        // ok: java-cookie-header-without-flags
        response.setHeader("Set-Cookie", "session=" + id + "; Secure; HttpOnly; SameSite=Strict");
        // ok: java-cookie-header-without-flags
        response.setHeader("Set-Cookie", all);
    }
}
