package shop.text;

import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

class Patterns {
    // ruleid: regex-dos
    private static final Pattern NESTED = Pattern.compile("^(a+)+$");
    // ruleid: regex-dos
    private static final Pattern WORDS = Pattern.compile("(\\w+\\s?)*$");
    // ok: regex-dos
    private static final Pattern GOOD = Pattern.compile("^[a-z]+$");
    // ok: regex-dos
    private static final Pattern MAIL = Pattern.compile("^[^@]+@[^@.]+(\\.[^@.]+)+$");

    boolean request(HttpServletRequest request, String text) {
        String pattern = request.getParameter("pattern");
        // ruleid: regex-dos
        Pattern.compile(pattern).matcher(text).find();
        // ruleid: regex-dos
        Pattern.matches(pattern, text);
        // ruleid: regex-dos
        text.matches(pattern);
        // ruleid: regex-dos
        text.replaceAll(pattern, "");
        // ok: regex-dos
        Pattern.compile(Pattern.quote(pattern)).matcher(text).find();
        // ok: regex-dos
        return text.matches("[a-z]+");
    }

    boolean nested(String text) {
        // ruleid: regex-dos
        return text.matches("(a|aa)+(b+)+x");
    }
}
