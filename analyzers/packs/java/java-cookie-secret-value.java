import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseCookie;

class Login {
    void remember(HttpServletRequest request, User user, String password, String passwordHash) {
        // ruleid: java-cookie-secret-value
        Cookie first = new Cookie("login", password);
        // ruleid: java-cookie-secret-value
        Cookie second = new Cookie("password", request.getParameter("password"));
        // ruleid: java-cookie-secret-value
        Cookie third = new Cookie("card", user.getCreditCard());
        // ruleid: java-cookie-secret-value
        ResponseCookie fourth = ResponseCookie.from("p", user.getPassword()).build();
        // ok: java-cookie-secret-value
        Cookie fifth = new Cookie("login", passwordHash);
        // ok: java-cookie-secret-value
        Cookie sixth = new Cookie("login", encrypt(password));
        // ok: java-cookie-secret-value
        Cookie seventh = new Cookie("password", "");
        // ok: java-cookie-secret-value
        Cookie eighth = new Cookie("theme", request.getParameter("theme"));
    }
}
