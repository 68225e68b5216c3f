package shop.mail;

import freemarker.cache.StringTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.Template;
import com.hubspot.jinjava.Jinjava;
import com.github.mustachejava.DefaultMustacheFactory;
import io.pebbletemplates.pebble.PebbleEngine;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.Velocity;
import org.apache.velocity.app.VelocityEngine;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

@Controller
class Mailer {
    private Configuration configuration;
    private TemplateEngine engine;
    private VelocityEngine velocity;

    @PostMapping("/velocity")
    void velocity(@RequestParam String template, @RequestParam String name) throws Exception {
        StringWriter writer = new StringWriter();
        VelocityContext context = new VelocityContext();
        context.put("name", name);
        // ruleid: template-injection
        Velocity.evaluate(context, writer, "mail", template);
        // ruleid: template-injection
        velocity.evaluate(context, writer, "mail", "Hello " + name);
        // ok: template-injection
        Velocity.evaluate(context, writer, "mail", "Hello $name");
        // ok: template-injection
        velocity.getTemplate("mail.vm").merge(context, writer);
    }

    @PostMapping("/freemarker")
    void freemarker(@RequestBody String body, @RequestParam String name) throws Exception {
        // ruleid: template-injection
        Template template = new Template("mail", new StringReader(body), configuration);
        // ruleid: template-injection
        new Template("mail", "Hello " + body, configuration);
        // ok: template-injection
        Template fixed = new Template("mail", "Hello ${name}", configuration);
        fixed.process(Map.of("name", name), new StringWriter());
        StringTemplateLoader loader = new StringTemplateLoader();
        // ruleid: template-injection
        loader.putTemplate("mail", body);
        // ok: template-injection
        loader.putTemplate("mail", "Hello ${name}");
    }

    @GetMapping("/thymeleaf")
    void thymeleaf(HttpServletRequest request) {
        Context context = new Context();
        context.setVariable("name", request.getParameter("name"));
        // ruleid: template-injection
        engine.process("<p>" + request.getParameter("text") + "</p>", context);
        // ok: template-injection
        engine.process("mail", context);
    }

    @GetMapping("/fragment")
    String fragment(@RequestParam String section) {
        // ruleid: template-injection
        return "welcome :: " + section;
    }

    @GetMapping("/path")
    String path(@RequestParam String lang) {
        // ruleid: template-injection
        return "user/" + lang + "/welcome";
    }

    @GetMapping("/fixed")
    String fixed(@RequestParam String lang) {
        // ok: template-injection
        return "de".equals(lang) ? "user/de/welcome" : "user/en/welcome";
    }

    void others(HttpServletRequest request) throws Exception {
        String text = request.getParameter("text");
        // ruleid: template-injection
        new Jinjava().render(text, Map.of());
        // ok: template-injection
        new Jinjava().render("Hello {{ name }}", Map.of("name", text));
        PebbleEngine pebble = new PebbleEngine.Builder().build();
        // ruleid: template-injection
        pebble.getLiteralTemplate(text);
    }
}
