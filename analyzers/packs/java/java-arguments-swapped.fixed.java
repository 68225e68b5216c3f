import java.time.LocalDate;
import java.util.regex.Pattern;

class Places {
    void places(String text, List<String> list, int percent, int position, String regex) {
        // ruleid: java-arguments-swapped
        LocalDate.of(2024, 12, 24);
        // ruleid: java-arguments-swapped
        Pattern.matches(text, "[a-z]+");
        // ruleid: java-arguments-swapped
        text.indexOf(position, 'x');
        // ruleid: java-arguments-swapped
        text.substring(5, 2);
        // ruleid: java-arguments-swapped
        list.subList(3, 0);
        // ruleid: java-arguments-swapped
        Math.min(Math.max(percent, 100), 0);
        // ruleid: java-arguments-swapped
        Math.max(100, Math.min(0, percent));
        // ok: java-arguments-swapped
        LocalDate.of(2024, 12, 24);
        // ok: java-arguments-swapped
        Pattern.matches("[a-z]+", text);
        // ok: java-arguments-swapped
        Pattern.matches(regex, "abc");
        // ok: java-arguments-swapped
        text.indexOf('x', position);
        // ok: java-arguments-swapped
        text.substring(2, 5);
        // ok: java-arguments-swapped
        list.subList(0, position);
        // ok: java-arguments-swapped
        Math.min(Math.max(percent, 0), 100);
        // ok: java-arguments-swapped
        Math.max(0, Math.min(100, percent));
    }
}
