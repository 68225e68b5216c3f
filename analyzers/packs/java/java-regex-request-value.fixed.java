import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

class Filter {
    void find(HttpServletRequest request, String text) {
        String filter = request.getParameter("filter");
        // ruleid: java-regex-request-value
        Pattern.compile(Pattern.quote(filter));
        // ok: java-regex-request-value
        Pattern.compile(Pattern.quote(filter));
        // ok: java-regex-request-value
        text.matches("[a-z]+");
    }
}
