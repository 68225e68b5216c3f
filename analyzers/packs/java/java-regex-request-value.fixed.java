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

class OtherMatches {
    void match(HttpServletRequest request, HostMask mask) {
        // ok: java-regex-request-value
        Iterable<String> parts = Splitter.on(',').split(request.getParameter("names"));
        // ok: java-regex-request-value
        StringUtils.split(request.getPathInfo(), "/");
        // ok: java-regex-request-value
        boolean same = mask.matches(request.getParameter("host"));
    }
}
