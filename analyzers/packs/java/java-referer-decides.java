import javax.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

class Checks {
    boolean allowed(HttpServletRequest request, String own) {
        // ruleid: java-referer-decides
        if (request.getHeader("Referer").startsWith("https://shop.example.org/")) {
            return true;
        }
        // ruleid: java-referer-decides
        if (own.equals(request.getHeader("referer"))) {
            return true;
        }
        // ruleid: java-referer-decides
        if (request.getHeader(HttpHeaders.REFERER).contains(own)) {
            return true;
        }
        String referer = request.getHeader("referer");
        // ruleid: java-referer-decides
        if (referer != null && referer.contains("shop.example.org")) {
            return true;
        }
        // ok: java-referer-decides
        log(referer);
        // ok: java-referer-decides
        return request.getHeader("X-Csrf-Token").equals(own);
    }
}
