class Security {
    void configure(HttpSecurity http) throws Exception {
        // ruleid: spring-security-permit-all
        http.authorizeRequests().anyRequest().authenticated();
        // ruleid: spring-security-permit-all
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        // ok: spring-security-permit-all
        http.authorizeRequests().antMatchers("/login").permitAll().anyRequest().authenticated();
    }

    void operators(HttpSecurity http) throws Exception {
        // ruleid: spring-security-permit-all
        http.authorizeRequests().antMatchers("/actuator/**").permitAll();
        // ruleid: spring-security-permit-all
        http.authorizeHttpRequests(a -> a.requestMatchers("/", "/admin/**").permitAll());
        // ok: spring-security-permit-all
        http.authorizeHttpRequests(a -> a.requestMatchers("/actuator/health").permitAll());
        // ok: spring-security-permit-all
        http.authorizeHttpRequests(a -> a.requestMatchers("/admin/**").hasRole("ADMIN"));
    }
}
