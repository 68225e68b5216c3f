import javax.servlet.http.HttpServletRequest;

class Login {
    void enter(HttpServletRequest request) {
        // ruleid: hardcoded-password-check
        if (request.getParameter("password").equals("letmein42")) {
            open();
        }
        String given = request.getParameter("pwd");
        // ruleid: hardcoded-password-check
        if ("letmein42".equals(given)) {
            open();
        }
        // ok: hardcoded-password-check
        if (given.equals("")) {
            ask();
        }
        String page = request.getParameter("page");
        // ok: hardcoded-password-check
        if ("letmein42".equals(page)) {
            ask();
        }
        // ok: hardcoded-password-check
        if (encoder.matches(given, hash)) {
            open();
        }
    }
}
