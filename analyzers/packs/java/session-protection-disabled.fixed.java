class Sessions {
    void configure(HttpSecurity http, javax.servlet.http.HttpSession session) throws Exception {
        // ruleid: session-protection-disabled
        http.sessionManagement().sessionFixation().changeSessionId();
        // ruleid: session-protection-disabled
        session.setMaxInactiveInterval(-1);
        // ok: session-protection-disabled
        session.setMaxInactiveInterval(900);
        // ok: session-protection-disabled
        http.sessionManagement().sessionFixation().migrateSession();
    }
}
