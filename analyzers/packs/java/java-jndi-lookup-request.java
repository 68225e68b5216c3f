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

class Further {
    void names(HttpServletRequest request, Context names, java.util.Hashtable<String, String> environment) throws Exception {
        // ruleid: java-jndi-lookup-request
        names.lookup(request.getParameter("name"));
        // ruleid: java-jndi-lookup-request
        environment.put(Context.PROVIDER_URL, request.getParameter("url"));
        // ok: java-jndi-lookup-request
        names.lookup("java:comp/env/jdbc/orders");
    }
}
