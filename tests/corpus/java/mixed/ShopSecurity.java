package shop;

import com.mongodb.BasicDBObject;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.*;
import javax.servlet.http.*;
import org.bson.Document;
import org.hibernate.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseCookie;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.view.RedirectView;

@Configuration
public class ShopSecurity {
    private static final Logger log = LoggerFactory.getLogger(ShopSecurity.class);

    @Bean
    SecurityFilterChain web(HttpSecurity http) throws Exception {
        // ruleid: csrf
        http.csrf(c -> c.disable());
        return http.build();
    }

    @Bean
    SecurityFilterChain webOld(HttpSecurity http) throws Exception {
        // ruleid: csrf
        http.csrf().disable().authorizeRequests().anyRequest().authenticated();
        return http.build();
    }

    @Bean
    SecurityFilterChain webOk(HttpSecurity http) throws Exception {
        // ok: csrf
        http.authorizeHttpRequests(a -> a.anyRequest().authenticated());
        // ok: header-injection
        http.headers(h -> h.frameOptions(f -> f.deny()));
        return http.build();
    }

    void cors(CorsRegistry r) {
        // ruleid: cors
        r.addMapping("/api/**").allowedOriginPatterns("*").allowCredentials(true);
        // ok: cors
        r.addMapping("/pub/**").allowedOrigins("https://shop.example.com").allowCredentials(true);
    }

    @RestController
    static class Accounts {
        private final MongoCollection<Document> users;
        private final Session session;

        Accounts(MongoCollection<Document> users, Session session) {
            this.users = users;
            this.session = session;
        }

        @GetMapping("/m")
        public int m(@RequestParam String n) {
            int k = 0;
            // ruleid: nosql-injection
            k += users.find(new BasicDBObject("$where", "this.name == '" + n + "'")).first().size();
            // ok: nosql-injection
            k += users.find(Filters.eq("name", n)).first().size();
            // ruleid: nosql-injection
            k += users.find(BasicDBObject.parse("{name: '" + n + "'}")).first().size();
            // ok: nosql-injection
            k += users.find(new Document("name", n)).first().size();
            return k;
        }

        @GetMapping("/h")
        public int h(@RequestParam String n) {
            // ruleid: sql-injection
            int k = session.createQuery("from User where name = '" + n + "'").list().size();
            // ok: sql-injection
            k += session.createQuery("from User where name = :n").setParameter("n", n).list().size();
            // ok: sql-injection
            k += session.createNativeQuery("select * from users where name = ?1").setParameter(1, n).list().size();
            return k;
        }

        @PostMapping("/login")
        public void login(@RequestParam String user, @RequestParam String password, HttpServletResponse resp) {
            // ruleid: data-exposure
            log.debug("login {} / {}", user, password);
            // ok: log-injection
            log.debug("login attempt");
            // ok: insecure-cookie
            resp.addHeader("Set-Cookie", ResponseCookie.from("s", UUID.randomUUID().toString()).httpOnly(true).secure(true).sameSite("Lax").build().toString());
        }

        @GetMapping("/rv")
        public RedirectView rv(@RequestParam String to) {
            // ruleid: open-redirect
            return new RedirectView(to);
        }

        @GetMapping("/rv2")
        public RedirectView rv2(@RequestParam String q) {
            // ok: open-redirect
            return new RedirectView("/search?q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8));
        }

        @PostMapping("/renew")
        public void renew(HttpServletRequest req) {
            // ok: authentication
            req.changeSessionId();
            // ok: authentication
            req.getSession().setMaxInactiveInterval(900);
        }
    }
}
