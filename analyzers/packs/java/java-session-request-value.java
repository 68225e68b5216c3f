import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

class Login {
    void login(HttpServletRequest request, HttpSession session) {
        // ruleid: java-session-request-value
        session.setAttribute("user", request.getParameter("user"));
        // ok: java-session-request-value
        session.setAttribute("theme", "dark");
        // ok: java-session-request-value
        session.setAttribute("page", Integer.parseInt(request.getParameter("page")));
    }

    void signIn(HttpServletRequest request) {
        if (authenticate(request.getParameter("user"), request.getParameter("password"))) {
            // ok: java-session-request-value
            request.getSession().setAttribute("user", request.getParameter("user"));
            // ruleid: java-session-request-value
            request.getSession().setAttribute("role", request.getParameter("role"));
        }
    }
}
