class Login extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        User user = users.find(request.getParameter("name"), request.getParameter("password"));
        if (user != null) {
            // ruleid: java-session-kept-at-login
            request.getSession().setAttribute("user", user);
            // ok: java-session-kept-at-login
            request.getSession().setAttribute("theme", user.theme());
        }
    }

    void login(String name, String password, HttpSession session) {
        if (users.check(name, password)) {
            // ruleid: java-session-kept-at-login
            session.setAttribute("username", name);
        }
    }

    void renewed(HttpServletRequest request) {
        if (users.check(request.getParameter("name"), request.getParameter("password"))) {
            request.changeSessionId();
            // ok: java-session-kept-at-login
            request.getSession().setAttribute("user", request.getParameter("name"));
        }
    }

    void another(HttpServletRequest request, String name, String password) {
        if (users.check(name, password)) {
            request.getSession().invalidate();
            // ok: java-session-kept-at-login
            request.getSession(true).setAttribute("user", name);
        }
    }

    void profile(HttpSession session, User user) {
        // ok: java-session-kept-at-login
        session.setAttribute("user", user);
    }
}

class Short {
    void login(HttpServletRequest request) {
        if (Users.check(request.getParameter("u"), request.getParameter("p"))) {
            // ruleid: java-session-kept-at-login
            request.getSession().setAttribute("user", request.getParameter("u"));
        }
    }

    void encoded(HttpServletRequest request, String guess) {
        if (encoder.matches(guess, stored)) {
            // ruleid: java-session-kept-at-login
            request.getSession().setAttribute("loggedIn", true);
        }
    }

    void chosen(HttpServletRequest request, String name) {
        if (pattern.matches(name, "a.*")) {
            // ok: java-session-kept-at-login
            request.getSession().setAttribute("user", name);
        }
    }
}
