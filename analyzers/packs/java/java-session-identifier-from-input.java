import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Sessions {
    void resume(HttpServletRequest request, HttpServletResponse response, Cookie old) {
        // ruleid: java-session-identifier-from-input
        Cookie session = new Cookie("JSESSIONID", request.getParameter("sid"));
        String identifier = request.getHeader("X-Session");
        // ruleid: java-session-identifier-from-input
        Cookie second = new Cookie("session_id", identifier);
        // ok: java-session-identifier-from-input
        Cookie longer = new Cookie("session_id", old.getValue());
        // ok: java-session-identifier-from-input
        Cookie language = new Cookie("language", request.getParameter("language"));
        // ok: java-session-identifier-from-input
        Cookie own = new Cookie("session_id", identifiers.next());
    }
}
