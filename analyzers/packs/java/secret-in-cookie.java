import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseCookie;

class Login {
    void remember(HttpServletRequest request, User user, String password, String passwordHash) {
        // ruleid: secret-in-cookie
        Cookie first = new Cookie("login", password);
        // ruleid: secret-in-cookie
        Cookie second = new Cookie("password", request.getParameter("password"));
        // ruleid: secret-in-cookie
        Cookie third = new Cookie("card", user.getCreditCard());
        // ruleid: secret-in-cookie
        ResponseCookie fourth = ResponseCookie.from("p", user.getPassword()).build();
        // ok: secret-in-cookie
        Cookie fifth = new Cookie("login", passwordHash);
        // ok: secret-in-cookie
        Cookie sixth = new Cookie("login", encrypt(password));
        // ok: secret-in-cookie
        Cookie seventh = new Cookie("password", "");
        // ok: secret-in-cookie
        Cookie eighth = new Cookie("theme", request.getParameter("theme"));
    }
}
