import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;

class Hello {
    void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // ruleid: servlet-parameter-echoed
        response.getWriter().println("Hello " + request.getParameter("name"));
        PrintWriter out = response.getWriter();
        // ruleid: servlet-parameter-echoed
        out.print(request.getParameter("name"));
    }

    void quiet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // ok: servlet-parameter-echoed
        response.getWriter().println("Hello " + Encode.forHtml(request.getParameter("name")));
        // ok: servlet-parameter-echoed
        response.getWriter().println("Hello");
        // ok: servlet-parameter-echoed
        System.out.println(request.getParameter("name"));
    }
}
