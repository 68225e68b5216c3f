package bench;

import javax.servlet.http.*;
import org.springframework.http.ResponseCookie;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.*;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.cors.*;
import org.springframework.web.servlet.config.annotation.*;
import org.springframework.context.annotation.*;
import org.springframework.security.web.SecurityFilterChain;
import java.util.*;
import javax.ws.rs.core.NewCookie;

@EnableWebSecurity
public class CookiesSessions extends HttpServlet implements WebMvcConfigurer {
    void cookies(HttpServletResponse resp, String v) {
        Cookie a = new Cookie("session", v);
        // ruleid: insecure-cookie
        resp.addCookie(a);
        Cookie b = new Cookie("session", v);
        b.setSecure(true);
        b.setHttpOnly(true);
        // ok: insecure-cookie
        resp.addCookie(b);
        Cookie c = new Cookie("session", v);
        // ruleid: insecure-cookie
        c.setSecure(false);
        c.setHttpOnly(true);
        resp.addCookie(c);
        Cookie d = new Cookie("session", v);
        // ruleid: insecure-cookie
        d.setHttpOnly(false);
        d.setSecure(true);
        resp.addCookie(d);
        Cookie e = new Cookie("session", "");
        e.setMaxAge(0);
        // ok: insecure-cookie
        resp.addCookie(e);
        // ok: insecure-cookie
        ResponseCookie.from("session", v).httpOnly(true).secure(true).build();
        // ruleid: insecure-cookie
        ResponseCookie.from("session", v).httpOnly(false).secure(true).build();
        // ruleid: insecure-cookie
        ResponseCookie.from("session", v).httpOnly(true).secure(false).build();
        // ruleid: insecure-cookie
        ResponseCookie.from("session", v).build();
        // ruleid: insecure-cookie
        new NewCookie("session", v);
        // ruleid: insecure-cookie
        resp.addHeader("Set-Cookie", "session=" + v.length());
        // ok: insecure-cookie
        resp.addHeader("Set-Cookie", "session=1; Secure; HttpOnly; SameSite=Lax");
        // ok: insecure-cookie
        resp.addCookie(make(v));
    }

    private Cookie make(String v) {
        Cookie c = new Cookie("auth", v);
        c.setSecure(true);
        c.setHttpOnly(true);
        return c;
    }

    void login(HttpServletRequest req) {
        HttpSession s = req.getSession();
        // ruleid: authentication
        s.setAttribute("user", req.getParameter("user"));
        req.getSession().invalidate();
        HttpSession n = req.getSession(true);
        // ok: authentication
        n.setAttribute("count", 1);
        req.changeSessionId();
        // ruleid: authentication
        n.setMaxInactiveInterval(-1);
        // ok: authentication
        n.setMaxInactiveInterval(1800);
    }

    @Bean
    SecurityFilterChain bad(HttpSecurity http) throws Exception {
        // ruleid: csrf
        http.csrf().disable();
        // ruleid: csrf
        http.csrf(c -> c.disable());
        // ruleid: authentication
        http.sessionManagement().sessionFixation().none();
        // ruleid: misconfiguration
        http.headers().frameOptions().disable();
        // ruleid: misconfiguration
        http.headers().disable();
        // ruleid: authentication
        http.authorizeRequests().antMatchers("/**").permitAll();
        return http.build();
    }

    @Bean
    SecurityFilterChain lambdaStyle(HttpSecurity http) throws Exception {
        // ruleid: csrf
        http.csrf(org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer::disable);
        // ruleid: authentication
        http.authorizeHttpRequests(a -> a.anyRequest().permitAll());
        // ok: authentication
        http.authorizeHttpRequests(a -> a.requestMatchers("/css/**").permitAll().anyRequest().authenticated());
        // ruleid: misconfiguration
        http.headers(h -> h.frameOptions(f -> f.disable()));
        // ok: authentication
        http.sessionManagement(s -> s.sessionFixation(f -> f.migrateSession()));
        return http.build();
    }

    @Bean
    SecurityFilterChain good(HttpSecurity http) throws Exception {
        // ok: csrf
        http.csrf(c -> c.ignoringRequestMatchers("/hook"));
        // ok: authentication
        http.sessionManagement().sessionFixation().newSession();
        // ok: misconfiguration
        http.headers().frameOptions().sameOrigin();
        return http.build();
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        // ruleid: cors
        registry.addMapping("/**").allowedOrigins("*").allowCredentials(true);
        // ruleid: cors
        registry.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true);
        // ok: cors
        registry.addMapping("/api/**").allowedOrigins("https://example.com").allowCredentials(true);
    }

    @Bean
    CorsConfiguration cors() {
        CorsConfiguration c = new CorsConfiguration();
        // ruleid: cors
        c.addAllowedOriginPattern("*");
        c.setAllowCredentials(true);
        return c;
    }

    @Bean
    CorsConfiguration corsOk() {
        CorsConfiguration c = new CorsConfiguration();
        // ok: cors
        c.setAllowedOrigins(List.of("https://example.com"));
        c.setAllowCredentials(true);
        return c;
    }

    // ruleid: cors
    @CrossOrigin(origins = "*", allowCredentials = "true")
    @GetMapping("/a")
    public String a() { return ""; }

    // ok: cors
    @CrossOrigin(origins = "https://example.com")
    @GetMapping("/b")
    public String b() { return ""; }

    void headers(HttpServletRequest req, HttpServletResponse resp) {
        // ruleid: cors
        resp.setHeader("Access-Control-Allow-Origin", req.getHeader("Origin"));
        resp.setHeader("Access-Control-Allow-Credentials", "true");
    }

    void headersOk(HttpServletRequest req, HttpServletResponse resp) {
        String o = req.getHeader("Origin");
        if (Set.of("https://a.example").contains(o)) {
            // ok: cors
            resp.setHeader("Access-Control-Allow-Origin", o);
            resp.setHeader("Access-Control-Allow-Credentials", "true");
        }
    }

    void headersFixed(HttpServletResponse resp) {
        // ok: cors
        resp.setHeader("Access-Control-Allow-Origin", "https://example.com");
    }

    // ruleid: csrf
    @RequestMapping("/delete")
    public void anyMethod(@RequestParam String id) { }

    // ok: csrf
    @RequestMapping(value = "/delete2", method = RequestMethod.POST)
    public void onlyPost(@RequestParam String id) { }
}
