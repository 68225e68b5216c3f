class Security {
    void configure(HttpSecurity http) throws Exception {
        // ruleid: spring-security-permit-all
        http.authorizeRequests().anyRequest().permitAll();
        // ruleid: spring-security-permit-all
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        // ok: spring-security-permit-all
        http.authorizeRequests().antMatchers("/login").permitAll().anyRequest().authenticated();
    }
}
