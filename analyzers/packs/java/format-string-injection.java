import java.io.PrintWriter;
import java.util.Formatter;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestParam;

class Greetings {
    private static final String GREETING = "Hello %s";

    String greet(HttpServletRequest request, String user, PrintWriter log) {
        String greeting = request.getParameter("greeting");
        // ruleid: format-string-injection
        String first = String.format(greeting, user);
        // ruleid: format-string-injection
        String second = String.format(Locale.ROOT, "<" + greeting + "> %s", user);
        // ruleid: format-string-injection
        log.printf(greeting, user);
        // ruleid: format-string-injection
        System.out.printf(greeting);
        // ruleid: format-string-injection
        new Formatter(new StringBuilder()).format(greeting, user);
        // ok: format-string-injection
        log.printf("%s", greeting);
        // ok: format-string-injection
        String third = String.format(Locale.ROOT, "%s %s", greeting, user);
        // ok: format-string-injection
        System.out.println(greeting);
        // ok: format-string-injection
        String fourth = String.format("de".equals(greeting) ? "Hallo %s" : GREETING, user);
        // ok: format-string-injection
        String fifth = String.format(greeting.replace("%", "%%"), user);
        // ok: format-string-injection
        return String.format(GREETING, greeting) + first + second + third + fourth + fifth;
    }

    String template(@RequestParam String template, @RequestParam int width, Object value) {
        // ruleid: format-string-injection
        String text = template.formatted(value);
        // ok: format-string-injection
        return String.format("%" + width + "s", text);
    }

    void environment() {
        // ruleid: format-string-injection
        System.out.format(System.getenv("FORMAT"));
        // ok: format-string-injection
        System.out.format("%s%n", System.getenv("FORMAT"));
    }
}
