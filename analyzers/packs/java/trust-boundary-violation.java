import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

class Login {
    void login(HttpServletRequest request, HttpSession session) {
        // ruleid: trust-boundary-violation
        session.setAttribute("user", request.getParameter("user"));
        // ok: trust-boundary-violation
        session.setAttribute("theme", "dark");
        // ok: trust-boundary-violation
        session.setAttribute("page", Integer.parseInt(request.getParameter("page")));
    }

    void signIn(HttpServletRequest request) {
        if (authenticate(request.getParameter("user"), request.getParameter("password"))) {
            // ok: trust-boundary-violation
            request.getSession().setAttribute("user", request.getParameter("user"));
            // ruleid: trust-boundary-violation
            request.getSession().setAttribute("role", request.getParameter("role"));
        }
    }
}
