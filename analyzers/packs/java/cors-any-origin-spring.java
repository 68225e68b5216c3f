class Configuration {
    void configure(CorsRegistry registry, CorsConfiguration configuration) {
        // ruleid: cors-any-origin-spring
        registry.addMapping("/**").allowedOrigins("*");
        // ruleid: cors-any-origin-spring
        configuration.addAllowedOrigin("*");
        // ruleid: cors-any-origin-spring
        configuration.setAllowedOrigins(List.of("*"));
        // ok: cors-any-origin-spring
        registry.addMapping("/**").allowedOrigins("https://example.org").allowedMethods("*");
        // ok: cors-any-origin-spring
        configuration.setAllowedOrigins(List.of("https://example.org"));
        // ok: cors-any-origin-spring
        configuration.addAllowedHeader("*");
    }

    void everything(CorsRegistry registry) {
        // ruleid: cors-any-origin-spring
        registry.addMapping("/api/**");
        // ok: cors-any-origin-spring
        registry.addMapping("/**").allowedOrigins("https://www.example.org");
    }
}

class Listener implements ServletContextListener {
    public void contextInitialized(ServletContextEvent event) {
        ServletRegistration registration = event.getServletContext().addServlet("hello", Hello.class);
        // ok: cors-any-origin-spring
        registration.addMapping("/hello/*");
    }
}

class Sockets implements WebSocketConfigurer {
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        // ruleid: cors-any-origin-spring
        registry.addHandler(chat, "/ws").setAllowedOrigins("*");
        // ok: cors-any-origin-spring
        registry.addHandler(chat, "/ws").setAllowedOrigins("https://shop.com");
    }

    public void registerStompEndpoints(StompEndpointRegistry registry) {
        // ruleid: cors-any-origin-spring
        registry.addEndpoint("/stomp").setAllowedOriginPatterns("*").withSockJS();
    }
}

class Everything {
    void origins(CorsConfiguration cors, CorsRegistry registry) {
        // ruleid: cors-any-origin-spring
        cors.addAllowedOriginPattern(CorsConfiguration.ALL);
        // ruleid: cors-any-origin-spring
        registry.addMapping("/**").allowedOriginPatterns(CorsConfiguration.ALL);
        // ok: cors-any-origin-spring
        cors.addAllowedOriginPattern("https://*.shop.com");
    }
}
