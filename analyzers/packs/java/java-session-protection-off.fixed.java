class Sessions {
    void configure(HttpSecurity http, javax.servlet.http.HttpSession session) throws Exception {
        // ruleid: java-session-protection-off
        http.sessionManagement().sessionFixation().changeSessionId();
        // ruleid: java-session-protection-off
        session.setMaxInactiveInterval(-1);
        // ok: java-session-protection-off
        session.setMaxInactiveInterval(900);
        // ok: java-session-protection-off
        http.sessionManagement().sessionFixation().migrateSession();
    }
}
