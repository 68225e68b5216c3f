package shop.security;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.core.Response;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

// ruleid: cors
@CrossOrigin
@RestController
class Open {
    // ruleid: cors
    @CrossOrigin(origins = "*")
    @GetMapping("/a")
    String a() {
        return "";
    }

    // ruleid: cors
    @CrossOrigin("*")
    @GetMapping("/b")
    String b() {
        return "";
    }

    // ok: cors
    @CrossOrigin(origins = "https://shop.com")
    @GetMapping("/c")
    String c() {
        return "";
    }

    // ruleid: cors
    @CrossOrigin(origins = {"*"}, maxAge = 3600)
    @GetMapping("/d")
    String d() {
        return "";
    }

    // ok: cors
    @CrossOrigin(origins = {"https://shop.com", "https://www.shop.com"})
    @GetMapping("/e")
    String e() {
        return "";
    }

    // ruleid: cors
    @CrossOrigin(originPatterns = "*", allowCredentials = "true")
    @GetMapping("/f")
    String f() {
        return "";
    }
}

class Configuration implements WebMvcConfigurer {
    @Override
    public void addCorsMappings(CorsRegistry registry) {
        // ruleid: cors
        registry.addMapping("/**").allowedOrigins("*");
        // ruleid: cors
        registry.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true);
        // ok: cors
        registry.addMapping("/**").allowedOrigins("https://shop.com").allowedMethods("*");
    }

    void beans() {
        CorsConfiguration configuration = new CorsConfiguration();
        // ruleid: cors
        configuration.addAllowedOrigin("*");
        // ruleid: cors
        configuration.setAllowedOrigins(Arrays.asList("*"));
        // ruleid: cors
        configuration.setAllowedOrigins(List.of("*"));
        // ruleid: cors
        configuration.setAllowedOrigins(Collections.singletonList("*"));
        // ruleid: cors
        configuration.addAllowedOriginPattern("*");
        // ruleid: cors
        configuration.setAllowedOriginPatterns(List.of("*"));
        // ok: cors
        configuration.addAllowedOrigin("https://shop.com");
        // ok: cors
        configuration.setAllowedOrigins(List.of("https://shop.com"));
        // ok: cors
        configuration.addAllowedHeader("*");
        // ok: cors
        configuration.addAllowedMethod("*");
    }
}

class Headers {
    void servlet(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: cors
        response.addHeader("Access-Control-Allow-Origin", "*");
        // ruleid: cors
        response.setHeader("Access-Control-Allow-Origin", "*");
        // ruleid: cors
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
        String origin = request.getHeader("Origin");
        // ruleid: cors
        response.setHeader("Access-Control-Allow-Origin", origin);
        // ok: cors
        response.setHeader("Access-Control-Allow-Origin", "https://shop.com");
        // ok: cors
        response.setHeader("Access-Control-Allow-Methods", "*");
        // ruleid: cors
        response.setHeader("access-control-allow-origin", "null");
        if (origin.equals("https://shop.com")) {
            // ok: cors
            response.setHeader("Access-Control-Allow-Origin", origin);
        }
    }

    Object others(ServerHttpResponse response, ContainerResponseContext context) {
        // ruleid: cors
        response.getHeaders().add("Access-Control-Allow-Origin", "*");
        // ruleid: cors
        context.getHeaders().add("Access-Control-Allow-Origin", "*");
        // ruleid: cors
        Response.ok().header("Access-Control-Allow-Origin", "*").build();
        // ok: cors
        Response.ok().header("Access-Control-Allow-Origin", "https://shop.com").build();
        // ruleid: cors
        response.getHeaders().setAccessControlAllowOrigin("*");
        // ruleid: cors
        return ResponseEntity.ok().header("Access-Control-Allow-Origin", "*").build();
    }
}
