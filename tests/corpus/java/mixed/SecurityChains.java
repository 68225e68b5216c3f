package a;
import org.springframework.context.annotation.*;
import org.springframework.security.config.annotation.web.builders.*;
import org.springframework.security.config.annotation.web.configuration.*;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.*;
import org.springframework.security.crypto.password.*;
import org.springframework.security.web.*;
import org.springframework.web.cors.*;
import org.springframework.boot.web.servlet.*;
import javax.servlet.*;
import javax.servlet.http.*;

@Configuration
@EnableWebSecurity
class SecurityChains {
    @Bean
    SecurityFilterChain a(HttpSecurity http) throws Exception {
        // ruleid: csrf
        return http.csrf(AbstractHttpConfigurer::disable).build();
    }
    @Bean
    SecurityFilterChain b(HttpSecurity http) throws Exception {
        // ruleid: csrf
        http.csrf().ignoringAntMatchers("/**");
        // ruleid: authentication
        http.authorizeRequests().anyRequest().permitAll();
        // ok: authentication
        http.authorizeRequests().antMatchers("/public/**").permitAll().anyRequest().authenticated();
        // ruleid: misconfiguration
        http.headers().disable();
        // ruleid: misconfiguration
        http.headers(h -> h.frameOptions(f -> f.disable()));
        // ruleid: misconfiguration
        http.headers().contentTypeOptions().disable();
        // ruleid: misconfiguration
        http.headers().xssProtection().disable();
        // ruleid: misconfiguration
        http.headers().httpStrictTransportSecurity().disable();
        // ok: authentication
        http.sessionManagement().sessionFixation().migrateSession();
        // ruleid: authentication
        http.sessionManagement(s -> s.sessionFixation(f -> f.none()));
        // ruleid: authentication
        http.sessionManagement().enableSessionUrlRewriting(true);
        // ruleid: hardcoded-secret
        http.rememberMe().key("hardcodedRememberKey");
        // ruleid: data-exposure
        http.requiresChannel().anyRequest().requiresInsecure();
        // ok: authentication
        http.formLogin().loginPage("/login");
        // ok: authentication
        http.httpBasic();
        return http.build();
    }
    @Bean
    // ruleid: weak-hash
    PasswordEncoder enc() { return NoOpPasswordEncoder.getInstance(); }
    @Bean
    // ok: weak-hash
    PasswordEncoder enc2() { return new BCryptPasswordEncoder(); }
    @Bean
    // ruleid: weak-hash
    PasswordEncoder enc3() { return new StandardPasswordEncoder(); }
    @Bean
    // ruleid: weak-hash
    PasswordEncoder enc4() { return new MessageDigestPasswordEncoder("MD5"); }
    @Bean
    // ruleid: weak-hash
    PasswordEncoder enc5() { return new BCryptPasswordEncoder(4); }
    @Bean
    UserDetailsService users() {
        // ruleid: authentication
        UserDetails u = User.withDefaultPasswordEncoder().username("user").password("pa55word1").roles("USER").build();
        return null;
    }
    @Bean
    CorsConfigurationSource cors() {
        // ruleid: cors
        CorsConfiguration c = new CorsConfiguration().applyPermitDefaultValues();
        CorsConfiguration d = new CorsConfiguration();
        // ruleid: cors
        d.setAllowedOriginPatterns(java.util.List.of("*"));
        d.setAllowCredentials(true);
        // ok: cors
        d.setAllowedOrigins(java.util.Collections.singletonList("https://a.example.com"));
        return null;
    }
    void login(HttpServletRequest request, HttpServletResponse response) {
        String user = request.getParameter("user");
        String pass = request.getParameter("pass");
        if (authenticate(user, pass)) {
            HttpSession session = request.getSession();
            // ruleid: authentication
            session.setAttribute("authenticatedUser", user);
        }
    }
    void login2(HttpServletRequest request, HttpServletResponse response) {
        String user = request.getParameter("user");
        String pass = request.getParameter("pass");
        if (authenticate(user, pass)) {
            request.getSession().invalidate();
            HttpSession session = request.getSession(true);
            // ok: authentication
            session.setAttribute("authenticatedUser", user);
        }
    }
    void session(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        // ruleid: authentication
        session.setMaxInactiveInterval(-1);
        // ok: authentication
        session.setMaxInactiveInterval(1800);
        // ruleid: hardcoded-secret
        if (request.getParameter("password").equals("admin123")) {
        }
        String role = request.getParameter("role");
        // ruleid: authentication
        if ("admin".equals(role)) {
            grant();
        }
        if (request.getHeader("Referer").startsWith("https://a.example.com")) {
            grant();
        }
        // ok: authentication
        if (request.getRemoteAddr().equals("10.0.0.1")) {
            grant();
        }
        String sid = request.getParameter("sid");
        // ruleid: authentication
        response.addCookie(new Cookie("JSESSIONID", sid));
    }
    // ruleid: authentication
    boolean authenticate(String u, String p) { return true; }
    // ruleid: csrf
    @RequestMapping("/transfer")
    String transfer(String to, int amount) { return "ok"; }
    // ok: csrf
    @RequestMapping(path = "/t2", method = {org.springframework.web.bind.annotation.RequestMethod.POST})
    String t2(String to) { return "ok"; }
    // ruleid: csrf
    @GetMapping("/account/delete")
    String del(String id) { repo.deleteById(id); return "ok"; }
}

