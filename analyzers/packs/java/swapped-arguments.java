import java.time.LocalDate;
import java.util.regex.Pattern;

class Places {
    void places(String text, List<String> list, int percent, int position, String regex) {
        // ruleid: swapped-arguments
        LocalDate.of(24, 12, 2024);
        // ruleid: swapped-arguments
        Pattern.matches(text, "[a-z]+");
        // ruleid: swapped-arguments
        text.indexOf(position, 'x');
        // ruleid: swapped-arguments
        text.substring(5, 2);
        // ruleid: swapped-arguments
        list.subList(3, 0);
        // ruleid: swapped-arguments
        Math.min(Math.max(percent, 100), 0);
        // ruleid: swapped-arguments
        Math.max(100, Math.min(0, percent));
        // ok: swapped-arguments
        LocalDate.of(2024, 12, 24);
        // ok: swapped-arguments
        Pattern.matches("[a-z]+", text);
        // ok: swapped-arguments
        Pattern.matches(regex, "abc");
        // ok: swapped-arguments
        text.indexOf('x', position);
        // ok: swapped-arguments
        text.substring(2, 5);
        // ok: swapped-arguments
        list.subList(0, position);
        // ok: swapped-arguments
        Math.min(Math.max(percent, 0), 100);
        // ok: swapped-arguments
        Math.max(0, Math.min(100, percent));
    }
}
