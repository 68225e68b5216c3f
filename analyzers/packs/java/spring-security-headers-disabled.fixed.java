class Security {
    void configure(HttpSecurity http) throws Exception {
        // ruleid: spring-security-headers-disabled
        http.headers().frameOptions().sameOrigin();
        // ruleid: spring-security-headers-disabled
        http.headers(headers -> headers.frameOptions(frame -> frame.disable()));
        // ok: spring-security-headers-disabled
        http.headers().frameOptions().sameOrigin();
        // ok: spring-security-headers-disabled
        http.httpBasic().disable();
    }
}
