import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

class Addresses {
    void go(HttpServletRequest request, HttpServletResponse response, HttpSession session) throws Exception {
        // ruleid: session-id-in-url
        response.sendRedirect("/cart;jsessionid=" + session.getId());
        // ruleid: session-id-in-url
        String link = "/cart?a=1&sessionId=" + request.getSession().getId();
        // ok: session-id-in-url
        response.sendRedirect("/cart");
        // ok: session-id-in-url
        log("session=" + session.getId());
        // ok: session-id-in-url
        String item = "/cart?item=" + order.getId();
    }
}
