class Security {
    void configure(HttpSecurity http) throws Exception {
        // ruleid: csrf-disabled
        http.csrf().disable().authorizeRequests().anyRequest().authenticated();
        // ruleid: csrf-disabled
        http.csrf(csrf -> csrf.disable());
        // ruleid: csrf-disabled
        http.csrf(AbstractHttpConfigurer::disable).cors();
        // ok: csrf-disabled
        http.csrf(csrf -> csrf.csrfTokenRepository(repository));
        // ok: csrf-disabled
        http.formLogin().disable();
    }

    SecurityFilterChain api(HttpSecurity http) throws Exception {
        // ok: csrf-disabled
        http.csrf(csrf -> csrf.disable())
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return http.build();
    }
}
