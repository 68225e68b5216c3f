import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Sessions {
    void resume(HttpServletRequest request, HttpServletResponse response, Cookie old) {
        // ruleid: session-id-from-request
        Cookie session = new Cookie("JSESSIONID", request.getParameter("sid"));
        String identifier = request.getHeader("X-Session");
        // ruleid: session-id-from-request
        Cookie second = new Cookie("session_id", identifier);
        // ok: session-id-from-request
        Cookie longer = new Cookie("session_id", old.getValue());
        // ok: session-id-from-request
        Cookie language = new Cookie("language", request.getParameter("language"));
        // ok: session-id-from-request
        Cookie own = new Cookie("session_id", identifiers.next());
    }
}
