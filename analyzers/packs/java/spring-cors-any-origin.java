class Configuration {
    void configure(CorsRegistry registry, CorsConfiguration configuration) {
        // ruleid: spring-cors-any-origin
        registry.addMapping("/**").allowedOrigins("*");
        // ruleid: spring-cors-any-origin
        configuration.addAllowedOrigin("*");
        // ruleid: spring-cors-any-origin
        configuration.setAllowedOrigins(List.of("*"));
        // ok: spring-cors-any-origin
        registry.addMapping("/**").allowedOrigins("https://example.org").allowedMethods("*");
        // ok: spring-cors-any-origin
        configuration.setAllowedOrigins(List.of("https://example.org"));
        // ok: spring-cors-any-origin
        configuration.addAllowedHeader("*");
    }

    void everything(CorsRegistry registry) {
        // ruleid: spring-cors-any-origin
        registry.addMapping("/api/**");
        // ok: spring-cors-any-origin
        registry.addMapping("/**").allowedOrigins("https://www.example.org");
    }
}

class Listener implements ServletContextListener {
    public void contextInitialized(ServletContextEvent event) {
        ServletRegistration registration = event.getServletContext().addServlet("hello", Hello.class);
        // ok: spring-cors-any-origin
        registration.addMapping("/hello/*");
    }
}

class Sockets implements WebSocketConfigurer {
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        // ruleid: spring-cors-any-origin
        registry.addHandler(chat, "/ws").setAllowedOrigins("*");
        // ok: spring-cors-any-origin
        registry.addHandler(chat, "/ws").setAllowedOrigins("https://shop.com");
    }

    public void registerStompEndpoints(StompEndpointRegistry registry) {
        // ruleid: spring-cors-any-origin
        registry.addEndpoint("/stomp").setAllowedOriginPatterns("*").withSockJS();
    }
}

class Everything {
    void origins(CorsConfiguration cors, CorsRegistry registry) {
        // ruleid: spring-cors-any-origin
        cors.addAllowedOriginPattern(CorsConfiguration.ALL);
        // ruleid: spring-cors-any-origin
        registry.addMapping("/**").allowedOriginPatterns(CorsConfiguration.ALL);
        // ok: spring-cors-any-origin
        cors.addAllowedOriginPattern("https://*.shop.com");
    }
}
