class Security {
    void configure(HttpSecurity http) throws Exception {
        // ruleid: security-header-disabled-spring
        http.headers().frameOptions().disable();
        // ruleid: security-header-disabled-spring
        http.headers(headers -> headers.frameOptions(frame -> frame.disable()));
        // ok: security-header-disabled-spring
        http.headers().frameOptions().sameOrigin();
        // ok: security-header-disabled-spring
        http.httpBasic().disable();
    }
}
