import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

class Addresses {
    void go(HttpServletRequest request, HttpServletResponse response, HttpSession session) throws Exception {
        // ruleid: java-session-identifier-in-address
        response.sendRedirect("/cart");
        // ruleid: java-session-identifier-in-address
        String link = "/cart?a=1";
        // ok: java-session-identifier-in-address
        response.sendRedirect("/cart");
        // ok: java-session-identifier-in-address
        log("session=" + session.getId());
        // ok: java-session-identifier-in-address
        String item = "/cart?item=" + order.getId();
    }
}
