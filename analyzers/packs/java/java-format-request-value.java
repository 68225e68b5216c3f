import java.io.PrintWriter;
import java.util.Formatter;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestParam;

class Greetings {
    private static final String GREETING = "Hello %s";

    String greet(HttpServletRequest request, String user, PrintWriter log) {
        String greeting = request.getParameter("greeting");
        // ruleid: java-format-request-value
        String first = String.format(greeting, user);
        // ruleid: java-format-request-value
        String second = String.format(Locale.ROOT, "<" + greeting + "> %s", user);
        // ruleid: java-format-request-value
        log.printf(greeting, user);
        // ruleid: java-format-request-value
        System.out.printf(greeting);
        // ruleid: java-format-request-value
        new Formatter(new StringBuilder()).format(greeting, user);
        // ok: java-format-request-value
        log.printf("%s", greeting);
        // ok: java-format-request-value
        String third = String.format(Locale.ROOT, "%s %s", greeting, user);
        // ok: java-format-request-value
        System.out.println(greeting);
        // ok: java-format-request-value
        String fourth = String.format("de".equals(greeting) ? "Hallo %s" : GREETING, user);
        // ok: java-format-request-value
        String fifth = String.format(greeting.replace("%", "%%"), user);
        // ok: java-format-request-value
        return String.format(GREETING, greeting) + first + second + third + fourth + fifth;
    }

    String template(@RequestParam String template, @RequestParam int width, Object value) {
        // ruleid: java-format-request-value
        String text = template.formatted(value);
        // ok: java-format-request-value
        return String.format("%" + width + "s", text);
    }

    void environment() {
        // ruleid: java-format-request-value
        System.out.format(System.getenv("FORMAT"));
        // ok: java-format-request-value
        System.out.format("%s%n", System.getenv("FORMAT"));
    }
}
