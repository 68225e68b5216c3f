class Login extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        User user = users.find(request.getParameter("name"), request.getParameter("password"));
        if (user != null) {
            // ruleid: session-fixation
            request.getSession().setAttribute("user", user);
            // ok: session-fixation
            request.getSession().setAttribute("theme", user.theme());
        }
    }

    void login(String name, String password, HttpSession session) {
        if (users.check(name, password)) {
            // ruleid: session-fixation
            session.setAttribute("username", name);
        }
    }

    void renewed(HttpServletRequest request) {
        if (users.check(request.getParameter("name"), request.getParameter("password"))) {
            request.changeSessionId();
            // ok: session-fixation
            request.getSession().setAttribute("user", request.getParameter("name"));
        }
    }

    void another(HttpServletRequest request, String name, String password) {
        if (users.check(name, password)) {
            request.getSession().invalidate();
            // ok: session-fixation
            request.getSession(true).setAttribute("user", name);
        }
    }

    void profile(HttpSession session, User user) {
        // ok: session-fixation
        session.setAttribute("user", user);
    }
}

class Short {
    void login(HttpServletRequest request) {
        if (Users.check(request.getParameter("u"), request.getParameter("p"))) {
            // ruleid: session-fixation
            request.getSession().setAttribute("user", request.getParameter("u"));
        }
    }

    void encoded(HttpServletRequest request, String guess) {
        if (encoder.matches(guess, stored)) {
            // ruleid: session-fixation
            request.getSession().setAttribute("loggedIn", true);
        }
    }

    void chosen(HttpServletRequest request, String name) {
        if (pattern.matches(name, "a.*")) {
            // ok: session-fixation
            request.getSession().setAttribute("user", name);
        }
    }
}
