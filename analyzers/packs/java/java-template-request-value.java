import javax.servlet.http.HttpServletRequest;

class Mail {
    void mail(HttpServletRequest request, Context context, Writer writer) throws Exception {
        // ruleid: java-template-request-value
        Velocity.evaluate(context, writer, "mail", request.getParameter("text"));
        // ruleid: java-template-request-value
        new Template("mail", new StringReader(request.getParameter("text")), configuration);
        // ok: java-template-request-value
        Velocity.evaluate(context, writer, "mail", "Hello $name");
    }

    @GetMapping("/welcome")
    String welcome(@RequestParam String language) {
        // ruleid: java-template-request-value
        return "user/" + language + "/welcome";
    }

    @GetMapping("/home")
    String home(@RequestParam String language) {
        // ok: java-template-request-value
        return "home";
    }
}

class OtherEngines {
    void render(GroupTemplate beetl, @RequestParam String text) {
        // ruleid: java-template-request-value
        Mustache.compiler().compile(text).execute(Map.of());
        // ruleid: java-template-request-value
        Rythm.render(text, "x");
        // ruleid: java-template-request-value
        beetl.getTemplate(text).render();
        // ok: java-template-request-value
        Mustache.compiler().compile("Hello {{name}}").execute(Map.of("name", text));
        // ok: java-template-request-value
        Rythm.render("Hello @name", text);
    }
}
