import javax.servlet.http.HttpServletRequest;

class Login {
    void enter(HttpServletRequest request) {
        // ruleid: java-authentication-constant-password
        if (request.getParameter("password").equals("letmein42")) {
            open();
        }
        String given = request.getParameter("pwd");
        // ruleid: java-authentication-constant-password
        if ("letmein42".equals(given)) {
            open();
        }
        // ok: java-authentication-constant-password
        if (given.equals("")) {
            ask();
        }
        String page = request.getParameter("page");
        // ok: java-authentication-constant-password
        if ("letmein42".equals(page)) {
            ask();
        }
        // ok: java-authentication-constant-password
        if (encoder.matches(given, hash)) {
            open();
        }
    }
}
