package bench;

import java.io.*;
import java.util.*;
import javax.servlet.*;
import javax.servlet.http.*;
import javax.ws.rs.*;
import javax.ws.rs.core.*;
import org.springframework.context.annotation.*;
import org.springframework.http.*;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.*;
import org.springframework.security.config.annotation.web.configurers.*;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.*;
import org.springframework.security.config.Customizer;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.cors.*;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.*;
import org.springframework.web.servlet.config.annotation.*;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.slf4j.*;

class Sec1 {
    @Bean
    SecurityFilterChain a(HttpSecurity http) throws Exception {
        // ruleid: csrf
        http.csrf().disable();
        // ruleid: csrf
        http.csrf(c -> c.disable());
        // ruleid: csrf
        http.csrf(AbstractHttpConfigurer::disable);
        // ruleid: csrf
        http.csrf(CsrfConfigurer::disable);
        // ok: csrf
        http.csrf(Customizer.withDefaults());
        // ok: csrf
        http.csrf(c -> c.ignoringRequestMatchers("/webhook"));
        // ruleid: misconfiguration
        http.headers().frameOptions().disable();
        // ruleid: misconfiguration
        http.headers(h -> h.frameOptions(f -> f.disable()));
        // ruleid: misconfiguration
        http.headers(h -> h.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable));
        // ok: misconfiguration
        http.headers(h -> h.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin));
        // ruleid: misconfiguration
        http.headers().disable();
        // ruleid: misconfiguration
        http.headers(AbstractHttpConfigurer::disable);
        // ruleid: authentication
        http.sessionManagement().sessionFixation().none();
        // ruleid: authentication
        http.sessionManagement(s -> s.sessionFixation().none());
        // ruleid: authentication
        http.sessionManagement(s -> s.sessionFixation(f -> f.none()));
        // ruleid: authentication
        http.sessionManagement(s -> s.sessionFixation(SessionManagementConfigurer.SessionFixationConfigurer::none));
        // ok: authentication
        http.sessionManagement(s -> s.sessionFixation().migrateSession());
        // ruleid: authentication
        http.authorizeRequests().anyRequest().permitAll();
        // ruleid: authentication
        http.authorizeHttpRequests(r -> r.anyRequest().permitAll());
        // ok: authentication
        http.authorizeHttpRequests(r -> r.requestMatchers("/public/**").permitAll().anyRequest().authenticated());
        // ruleid: authentication
        http.authorizeHttpRequests(r -> r.requestMatchers("/**").permitAll());
        // ruleid: authentication
        http.authorizeRequests().antMatchers("/**").permitAll();
        // ok: authentication
        http.authorizeRequests().antMatchers("/css/**").permitAll();
        // ruleid: hardcoded-secret
        http.rememberMe().key("rememberKey");
        // ruleid: hardcoded-secret
        http.rememberMe(r -> r.key("rememberKey"));
        // ruleid: data-exposure
        http.requiresChannel().anyRequest().requiresInsecure();
        // ok: cors
        http.cors(c -> c.disable());
        // ruleid: misconfiguration
        http.headers().xssProtection().disable();
        // ruleid: misconfiguration
        http.headers().contentTypeOptions().disable();
        // ruleid: misconfiguration
        http.headers().httpStrictTransportSecurity().disable();
        return http.build();
    }

    @Bean
    WebSecurityCustomizer w() {
        // ruleid: misconfiguration
        return web -> web.debug(true);
    }

    @Bean
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        // ok: csrf
        return http.csrf(c -> c.disable()).sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS)).httpBasic(Customizer.withDefaults()).build();
    }

    void memory(org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder auth) throws Exception {
        // ruleid: hardcoded-secret
        auth.inMemoryAuthentication().withUser("admin").password("{noop}admin123").roles("ADMIN");
        // ruleid: authentication
        org.springframework.security.core.userdetails.User.withDefaultPasswordEncoder().username("u").password("hunter2pass").roles("U").build();
    }
}

// todoruleid: cors
@org.springframework.web.bind.annotation.CrossOrigin
@RestController
class Cors0 { }

// ruleid: cors
@CrossOrigin(origins = "*")
@RestController
class Cors1 {
    // ruleid: cors
    @CrossOrigin("*")
    @GetMapping("/a")
    public String a() { return "a"; }

    // ok: cors
    @CrossOrigin(origins = "https://app.example.com")
    @GetMapping("/b")
    public String b() { return "a"; }

    void c(HttpServletRequest req, HttpServletResponse resp) {
        // ruleid: cors
        resp.setHeader("Access-Control-Allow-Origin", "*");
        // ruleid: cors
        resp.addHeader("Access-Control-Allow-Origin", req.getHeader("Origin"));
        // ok: cors
        resp.setHeader("Access-Control-Allow-Origin", "https://app.example.com");
        // ruleid: cors
        resp.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        String o = req.getHeader("Origin");
        if (ALLOWED.contains(o)) {
            // ok: cors
            resp.setHeader("Access-Control-Allow-Origin", o);
        }
        if (o.endsWith("example.com")) {
            // ruleid: cors
            resp.setHeader("Access-Control-Allow-Origin", o);
        }
        if (o.equals("https://app.example.com")) {
            // ok: cors
            resp.setHeader("Access-Control-Allow-Origin", o);
        }
    }

    static final Set<String> ALLOWED = Set.of("https://a.example.com");

    @Bean
    CorsConfigurationSource src() {
        CorsConfiguration c = new CorsConfiguration();
        // ruleid: cors
        c.addAllowedOrigin("*");
        // ruleid: cors
        c.setAllowedOrigins(List.of("*"));
        // ruleid: cors
        c.setAllowedOrigins(Arrays.asList("*"));
        // ruleid: cors
        c.setAllowedOriginPatterns(List.of("*"));
        // ruleid: cors
        c.addAllowedOriginPattern("*");
        // ruleid: cors
        c.setAllowedOrigins(Collections.singletonList("*"));
        // ok: cors
        c.setAllowedOrigins(List.of("https://app.example.com"));
        // ok: cors
        c.setAllowedMethods(List.of("*"));
        // ok: cors
        c.addAllowedHeader("*");
        return null;
    }

    static class Mvc implements WebMvcConfigurer {
        public void addCorsMappings(CorsRegistry r) {
            // ruleid: cors
            r.addMapping("/**").allowedOrigins("*");
            // ruleid: cors
            r.addMapping("/**");
            // ruleid: cors
            r.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true);
            // ok: cors
            r.addMapping("/**").allowedOrigins("https://app.example.com").allowedMethods("*");
        }
    }

    Response jax() {
        // ruleid: cors
        return Response.ok().header("Access-Control-Allow-Origin", "*").build();
    }

    void filter(ContainerResponse ctx) {
        // ruleid: cors
        ctx.getHeaders().add("Access-Control-Allow-Origin", "*");
        // ruleid: cors
        ctx.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
    }
}

@org.springframework.stereotype.Controller
class Redirects {
    @GetMapping("/r1")
    public String r1(@RequestParam String url) {
        // ruleid: open-redirect
        return "redirect:" + url;
    }

    @GetMapping("/r2")
    public RedirectView r2(@RequestParam String url) {
        // ruleid: open-redirect
        return new RedirectView(url);
    }

    @GetMapping("/r3")
    public ModelAndView r3(@RequestParam String url) {
        // ruleid: open-redirect
        return new ModelAndView("redirect:" + url);
    }

    @GetMapping("/r4")
    public void r4(@RequestParam String url, HttpServletResponse resp, HttpServletRequest req) throws IOException {
        // ruleid: open-redirect
        resp.sendRedirect(url);
        // ok: open-redirect
        resp.sendRedirect(req.getContextPath() + "/home");
        // ok: open-redirect
        resp.sendRedirect("/home?next=" + url);
        // ruleid: open-redirect
        resp.setHeader("Location", url);
        // ruleid: open-redirect
        resp.addHeader("Location", req.getParameter("next"));
        // ruleid: open-redirect
        resp.sendRedirect(req.getHeader("Referer"));
        if (url.startsWith("/") && !url.startsWith("//")) {
            // ok: open-redirect
            resp.sendRedirect(url);
        }
        if (url.startsWith("/")) {
            // ruleid: open-redirect
            resp.sendRedirect(url);
        }
    }

    @GetMapping("/r5")
    public ResponseEntity<Void> r5(@RequestParam String url) {
        // ruleid: open-redirect
        return ResponseEntity.status(HttpStatus.FOUND).location(java.net.URI.create(url)).build();
    }

    @GetMapping("/r6")
    public ResponseEntity<Void> r6(@RequestParam String url) {
        // ruleid: open-redirect
        return ResponseEntity.status(302).header("Location", url).build();
    }

    @GetMapping("/r7")
    public ResponseEntity<Void> r7(@RequestParam String url) {
        HttpHeaders h = new HttpHeaders();
        // ruleid: open-redirect
        h.setLocation(java.net.URI.create(url));
        // ruleid: open-redirect
        h.add("Location", url);
        return new ResponseEntity<>(h, HttpStatus.FOUND);
    }

    @GetMapping("/r8")
    public Response r8(@QueryParam("url") String url) {
        // ruleid: open-redirect
        return Response.seeOther(java.net.URI.create(url)).build();
    }

    @GetMapping("/r9")
    public Response r9(@QueryParam("url") String url) {
        // ruleid: open-redirect
        return Response.temporaryRedirect(UriBuilder.fromUri(url).build()).build();
    }

    @GetMapping("/r10")
    public String r10(@RequestParam String id) {
        // ok: open-redirect
        return "redirect:/items/" + id;
    }

    @GetMapping("/r11")
    public ModelAndView r11(@RequestParam String url, ModelAndView mv) {
        // ruleid: open-redirect
        mv.setViewName("redirect:" + url);
        return mv;
    }

    @GetMapping("/r12")
    public org.springframework.http.ResponseEntity<?> r12(@RequestParam String url, org.springframework.http.server.reactive.ServerHttpResponse resp) {
        // ruleid: open-redirect
        resp.getHeaders().setLocation(java.net.URI.create(url));
        return null;
    }
}

class Headers0 {
    void a(HttpServletRequest req, HttpServletResponse resp) {
        // ruleid: header-injection
        resp.setHeader("X-Name", req.getParameter("n"));
        // ruleid: header-injection
        resp.addHeader("Content-Disposition", "attachment; filename=" + req.getParameter("f"));
        // ok: header-injection
        resp.setHeader("X-Name", req.getParameter("n").replaceAll("[\r\n]", ""));
        // ok: header-injection
        resp.setHeader("X-Count", String.valueOf(Integer.parseInt(req.getParameter("n"))));
        // ruleid: insecure-cookie
        resp.addCookie(new Cookie("n", req.getParameter("n")));
    }

    void cookies(HttpServletResponse resp, String sid) {
        Cookie c = new Cookie("JSESSIONID", sid);
        c.setHttpOnly(true);
        // ruleid: insecure-cookie
        resp.addCookie(c);
        Cookie d = new Cookie("session", sid);
        d.setSecure(true);
        // ruleid: insecure-cookie
        resp.addCookie(d);
        Cookie e = new Cookie("session", sid);
        e.setSecure(true);
        e.setHttpOnly(true);
        // ok: insecure-cookie
        resp.addCookie(e);
        Cookie f = new Cookie("session", sid);
        // ruleid: insecure-cookie
        f.setSecure(false);
        // ruleid: insecure-cookie
        f.setHttpOnly(false);
        // ok: insecure-cookie
        ResponseCookie.from("session", sid).httpOnly(true).secure(true).sameSite("Lax").build();
        // ruleid: insecure-cookie
        ResponseCookie.from("session", sid).build();
        // ruleid: insecure-cookie
        ResponseCookie.from("session", sid).secure(false).httpOnly(true).build();
        // ruleid: insecure-cookie
        ResponseCookie.from("session", sid).httpOnly(false).secure(true).build();
        // ruleid: insecure-cookie
        new NewCookie("session", sid);
        // ruleid: insecure-cookie
        resp.setHeader("Set-Cookie", "session=" + sid);
        // ok: insecure-cookie
        resp.addHeader("Set-Cookie", "session=" + sid + "; Secure; HttpOnly");
        Cookie lang = new Cookie("lang", "en");
        lang.setMaxAge(-1);
        // ok: insecure-cookie
        resp.addCookie(lang);
    }

    void session(HttpServletRequest req, ServletContext sc) {
        // ruleid: insecure-cookie
        sc.getSessionCookieConfig().setHttpOnly(false);
        // ruleid: insecure-cookie
        sc.getSessionCookieConfig().setSecure(false);
        // ok: insecure-cookie
        sc.getSessionCookieConfig().setSecure(true);
        // ruleid: authentication
        req.getSession().setMaxInactiveInterval(-1);
        // ok: authentication
        req.getSession().setMaxInactiveInterval(1800);
    }

    void login(HttpServletRequest req) throws Exception {
        if (check(req.getParameter("user"), req.getParameter("password"))) {
            HttpSession s = req.getSession(true);
            // ruleid: authentication
            s.setAttribute("user", req.getParameter("user"));
        }
    }

    void login2(HttpServletRequest req) throws Exception {
        if (check(req.getParameter("user"), req.getParameter("password"))) {
            req.changeSessionId();
            // ok: authentication
            req.getSession().setAttribute("user", req.getParameter("user"));
        }
    }

    void login3(HttpServletRequest req) throws Exception {
        if (check(req.getParameter("user"), req.getParameter("password"))) {
            req.getSession().invalidate();
            HttpSession s = req.getSession(true);
            // ok: authentication
            s.setAttribute("user", req.getParameter("user"));
        }
    }

    boolean check(String a, String b) { return true; }
}

class Logs0 {
    private static final Logger log = LoggerFactory.getLogger(Logs0.class);
    private static final java.util.logging.Logger jul = java.util.logging.Logger.getLogger("x");

    void a(HttpServletRequest req, String password, String token, String creditCardNumber) {
        String u = req.getParameter("u");
        // ruleid: log-injection
        log.info("user " + u);
        // ruleid: log-injection
        log.info("user {}", u);
        // ruleid: log-injection
        log.warn(String.format("user %s", u));
        // ruleid: log-injection
        jul.info("user " + u);
        // ruleid: log-injection
        jul.log(java.util.logging.Level.INFO, "user {0}", u);
        // ok: log-injection
        log.info("user {}", u.replaceAll("[\\r\\n]", "_"));
        // ok: log-injection
        log.info("user {}", u.replace('\n', '_').replace('\r', '_'));
        // ok: log-injection
        log.info("user {}", u.length());
        // ruleid: data-exposure
        log.info("password: " + password);
        log.debug("token={}", token);
        // ruleid: data-exposure
        log.info("card {}", creditCardNumber);
        // ok: data-exposure
        log.info("password changed");
        // ok: data-exposure
        log.info("token length {}", token.length());
        // ruleid: data-exposure
        System.out.println("password=" + password);
    }

    void err(HttpServletResponse resp, Exception e) throws IOException {
        // ruleid: data-exposure
        e.printStackTrace(resp.getWriter());
        // ruleid: data-exposure
        resp.getWriter().println(e.getMessage());
        // ruleid: data-exposure
        resp.sendError(500, e.getMessage());
        // ok: data-exposure
        resp.sendError(500, "internal error");
        // ruleid: data-exposure
        resp.getWriter().write(Arrays.toString(e.getStackTrace()));
        // ok: data-exposure
        log.error("failed", e);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<String> h(Exception e) {
        // ruleid: data-exposure
        return ResponseEntity.status(500).body(e.getMessage());
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<String> h2(Exception e) {
        StringWriter sw = new StringWriter();
        e.printStackTrace(new PrintWriter(sw));
        // ruleid: data-exposure
        return ResponseEntity.status(500).body(sw.toString());
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<String> h3(Exception e) {
        // ruleid: data-exposure
        return ResponseEntity.status(500).body(org.apache.commons.lang3.exception.ExceptionUtils.getStackTrace(e));
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<String> h4(Exception e) {
        // ok: data-exposure
        return ResponseEntity.status(500).body("Internal error");
    }
}
