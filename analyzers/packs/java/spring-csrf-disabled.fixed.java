import org.springframework.security.config.Customizer;

class Security {
    void configure(HttpSecurity http) throws Exception {
        // ruleid: spring-csrf-disabled
        http.csrf(Customizer.withDefaults()).authorizeRequests().anyRequest().authenticated();
        // ruleid: spring-csrf-disabled
        http.csrf(Customizer.withDefaults());
        // ruleid: spring-csrf-disabled
        http.csrf(Customizer.withDefaults()).cors();
        // ok: spring-csrf-disabled
        http.csrf(csrf -> csrf.csrfTokenRepository(repository));
        // ok: spring-csrf-disabled
        http.formLogin().disable();
    }

    SecurityFilterChain api(HttpSecurity http) throws Exception {
        // ok: spring-csrf-disabled
        http.csrf(csrf -> csrf.disable())
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return http.build();
    }
}
