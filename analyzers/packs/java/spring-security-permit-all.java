class Security {
    void configure(HttpSecurity http) throws Exception {
        // ruleid: spring-security-permit-all
        http.authorizeRequests().anyRequest().permitAll();
        // ruleid: spring-security-permit-all
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
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
