class Headers {
    void headers(HttpServletRequest request, HttpServletResponse response, HttpHeaders headers) {
        // ruleid: java-cors-any-origin
        response.setHeader("Access-Control-Allow-Origin", "*");
        // ruleid: java-cors-any-origin
        response.addHeader("access-control-allow-origin", request.getHeader("Origin"));
        // ruleid: java-cors-any-origin
        headers.add(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        // ok: java-cors-any-origin
        response.setHeader("Access-Control-Allow-Origin", "https://example.org");
        // ok: java-cors-any-origin
        response.setHeader("Access-Control-Allow-Methods", "*");
    }
}

class Routes {
    void origins() {
        Javalin.create(config -> {
            // ruleid: java-cors-any-origin
            config.bundledPlugins.enableCors(cors -> cors.addRule(rule -> rule.anyHost()));
            // ok: java-cors-any-origin
            config.bundledPlugins.enableCors(cors -> cors.addRule(rule -> rule.allowHost("shop.example")));
            // ruleid: java-cors-any-origin
            config.enableCorsForAllOrigins();
        });
    }
}
