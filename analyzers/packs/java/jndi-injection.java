import javax.naming.Context;
import javax.servlet.http.HttpServletRequest;

class Lookup {
    void find(Context context, HttpServletRequest request) throws Exception {
        // ruleid: jndi-injection
        context.lookup(request.getParameter("name"));
        // ok: jndi-injection
        context.lookup("java:comp/env/jdbc/shop");
    }
}

class Further {
    void names(HttpServletRequest request, Context names, java.util.Hashtable<String, String> environment) throws Exception {
        // ruleid: jndi-injection
        names.lookup(request.getParameter("name"));
        // ruleid: jndi-injection
        environment.put(Context.PROVIDER_URL, request.getParameter("url"));
        // ok: jndi-injection
        names.lookup("java:comp/env/jdbc/orders");
    }
}
