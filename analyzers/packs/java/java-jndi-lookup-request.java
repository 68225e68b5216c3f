import javax.naming.Context;
import javax.servlet.http.HttpServletRequest;

class Lookup {
    void find(Context context, HttpServletRequest request) throws Exception {
        // ruleid: java-jndi-lookup-request
        context.lookup(request.getParameter("name"));
        // ok: java-jndi-lookup-request
        context.lookup("java:comp/env/jdbc/shop");
    }
}
