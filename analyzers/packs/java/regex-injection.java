import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

class Filter {
    void find(HttpServletRequest request, String text) {
        String filter = request.getParameter("filter");
        // ruleid: regex-injection
        Pattern.compile(filter);
        // ok: regex-injection
        Pattern.compile(Pattern.quote(filter));
        // ok: regex-injection
        text.matches("[a-z]+");
    }
}

class OtherMatches {
    void match(HttpServletRequest request, HostMask mask) {
        // ok: regex-injection
        Iterable<String> parts = Splitter.on(',').split(request.getParameter("names"));
        // ok: regex-injection
        StringUtils.split(request.getPathInfo(), "/");
        // ok: regex-injection
        boolean same = mask.matches(request.getParameter("host"));
    }
}
