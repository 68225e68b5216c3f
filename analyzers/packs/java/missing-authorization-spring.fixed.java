class Security {
    void configure(HttpSecurity http) throws Exception {
        // ruleid: missing-authorization-spring
        http.authorizeRequests().anyRequest().authenticated();
        // ruleid: missing-authorization-spring
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        // ok: missing-authorization-spring
        http.authorizeRequests().antMatchers("/login").permitAll().anyRequest().authenticated();
    }

    void operators(HttpSecurity http) throws Exception {
        // ruleid: missing-authorization-spring
        http.authorizeRequests().antMatchers("/actuator/**").permitAll();
        // ruleid: missing-authorization-spring
        http.authorizeHttpRequests(a -> a.requestMatchers("/", "/admin/**").permitAll());
        // ok: missing-authorization-spring
        http.authorizeHttpRequests(a -> a.requestMatchers("/actuator/health").permitAll());
        // ok: missing-authorization-spring
        http.authorizeHttpRequests(a -> a.requestMatchers("/admin/**").hasRole("ADMIN"));
    }
}
