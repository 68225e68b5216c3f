class Headers {
    void headers(HttpServletRequest request, HttpServletResponse response, HttpHeaders headers) {
        // ruleid: cors-any-origin
        response.setHeader("Access-Control-Allow-Origin", "*");
        // ruleid: cors-any-origin
        response.addHeader("access-control-allow-origin", request.getHeader("Origin"));
        // ruleid: cors-any-origin
        headers.add(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        // ok: cors-any-origin
        response.setHeader("Access-Control-Allow-Origin", "https://example.org");
        // ok: cors-any-origin
        response.setHeader("Access-Control-Allow-Methods", "*");
    }
}

class Routes {
    void origins() {
        Javalin.create(config -> {
            // ruleid: cors-any-origin
            config.bundledPlugins.enableCors(cors -> cors.addRule(rule -> rule.anyHost()));
            // ok: cors-any-origin
            config.bundledPlugins.enableCors(cors -> cors.addRule(rule -> rule.allowHost("shop.example")));
            // ruleid: cors-any-origin
            config.enableCorsForAllOrigins();
        });
    }
}
