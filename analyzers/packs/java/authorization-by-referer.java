import javax.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

class Checks {
    boolean allowed(HttpServletRequest request, String own) {
        // ruleid: authorization-by-referer
        if (request.getHeader("Referer").startsWith("https://shop.example.org/")) {
            return true;
        }
        // ruleid: authorization-by-referer
        if (own.equals(request.getHeader("referer"))) {
            return true;
        }
        // ruleid: authorization-by-referer
        if (request.getHeader(HttpHeaders.REFERER).contains(own)) {
            return true;
        }
        String referer = request.getHeader("referer");
        // ruleid: authorization-by-referer
        if (referer != null && referer.contains("shop.example.org")) {
            return true;
        }
        // ok: authorization-by-referer
        log(referer);
        // ok: authorization-by-referer
        return request.getHeader("X-Csrf-Token").equals(own);
    }
}
