import javax.servlet.http.HttpServletRequest;

class Mail {
    void mail(HttpServletRequest request, Context context, Writer writer) throws Exception {
        // ruleid: template-injection
        Velocity.evaluate(context, writer, "mail", request.getParameter("text"));
        // ruleid: template-injection
        new Template("mail", new StringReader(request.getParameter("text")), configuration);
        // ok: template-injection
        Velocity.evaluate(context, writer, "mail", "Hello $name");
    }

    @GetMapping("/welcome")
    String welcome(@RequestParam String language) {
        // ruleid: template-injection
        return "user/" + language + "/welcome";
    }

    @GetMapping("/home")
    String home(@RequestParam String language) {
        // ok: template-injection
        return "home";
    }
}

class OtherEngines {
    void render(GroupTemplate beetl, @RequestParam String text) {
        // ruleid: template-injection
        Mustache.compiler().compile(text).execute(Map.of());
        // ruleid: template-injection
        Rythm.render(text, "x");
        // ruleid: template-injection
        beetl.getTemplate(text).render();
        // ok: template-injection
        Mustache.compiler().compile("Hello {{name}}").execute(Map.of("name", text));
        // ok: template-injection
        Rythm.render("Hello @name", text);
    }
}
