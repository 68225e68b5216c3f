package org.sample;

import java.util.*;
import javax.servlet.*;
import javax.servlet.http.*;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.cors.*;
import org.springframework.web.servlet.config.annotation.*;

class CorsFilter implements Filter {
    private static final Set<String> ORIGINS = new HashSet<>(Arrays.asList("https://a.org", "https://b.org"));

    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws java.io.IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        String origin = ((HttpServletRequest) request).getHeader("Origin");
        // ruleid: cors
        http.setHeader("Access-Control-Allow-Origin", origin);
        http.setHeader("Access-Control-Allow-Credentials", "true");
        if (ORIGINS.contains(origin)) {
            // ok: cors
            http.setHeader("Access-Control-Allow-Origin", origin);
        }
        String any = "*";
        // ruleid: cors
        http.addHeader("Access-Control-Allow-Origin", any);
        // ok: cors
        http.addHeader("Access-Control-Allow-Headers", "*");
        chain.doFilter(request, response);
    }

    @Bean
    WebMvcConfigurer configurer() {
        return new WebMvcConfigurer() {
            @Override
            public void addCorsMappings(CorsRegistry registry) {
                // ruleid: cors
                registry.addMapping("/api/**").allowedMethods("GET").allowedOrigins("*").allowedHeaders("*");
                // ok: cors
                registry.addMapping("/api/**").allowedMethods("*").allowedOrigins("https://a.org", "https://b.org");
            }
        };
    }

    CorsConfiguration source() {
        CorsConfiguration c = new CorsConfiguration();
        List<String> all = Collections.singletonList("*");
        // ruleid: cors
        c.setAllowedOrigins(all);
        // ok: cors
        c.setAllowedOrigins(Arrays.asList("https://a.org"));
        // ok: cors
        c.setAllowedMethods(Arrays.asList("*"));
        return c;
    }
}

@RestController
// ruleid: cors
@CrossOrigin(origins = "*", allowedHeaders = "*")
@RequestMapping("/x")
class X {
    // ok: cors
    @CrossOrigin("https://a.org")
    @GetMapping
    String x() {
        return "";
    }
}
