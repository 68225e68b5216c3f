package shop.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.lang3.StringEscapeUtils;
import org.owasp.encoder.Encode;
import org.owasp.esapi.ESAPI;
import org.springframework.web.util.HtmlUtils;

@WebServlet("/hello")
public class HelloServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        String name = request.getParameter("name");
        // ruleid: xss
        response.getWriter().println("<h1>Hello " + name + "</h1>");
        PrintWriter out = response.getWriter();
        // ruleid: xss
        out.print(name);
        // ruleid: xss
        out.write("<p>" + name + "</p>");
        // ruleid: xss
        out.printf("<p>%s</p>", name);
        // ruleid: xss
        out.format(java.util.Locale.US, "<p>%s</p>", name);
        // ruleid: xss
        out.append("<b>").append(name);
        // ruleid: xss
        response.getOutputStream().print("<p>" + name);
        // ruleid: xss
        response.getOutputStream().write(name.getBytes());
        // ok: xss
        out.println("<p>Hello</p>");
        // ok: xss
        out.println("<p>" + Encode.forHtml(name) + "</p>");
        // ok: xss
        out.println(HtmlUtils.htmlEscape(name));
        // ok: xss
        out.println(StringEscapeUtils.escapeHtml4(name));
        // ok: xss
        out.println(ESAPI.encoder().encodeForHTML(name));
        String escaped = HtmlUtils.htmlEscape(request.getParameter("title"));
        // ok: xss
        out.println("<title>" + escaped + "</title>");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String header = request.getHeader("Referer");
        header = java.net.URLDecoder.decode(header, "UTF-8");
        // ruleid: xss
        response.getWriter().write(header);
        Object[] values = {"a", header};
        // ruleid: xss
        response.getWriter().format("Formatted like: %1$s and %2$s.", values);
        StringBuilder page = new StringBuilder();
        page.append("<html>").append(request.getQueryString()).append("</html>");
        // ruleid: xss
        response.getWriter().print(page);
        // ruleid: xss
        response.getWriter().print(page.toString().toCharArray());
        Map<String, String> parts = new HashMap<>();
        parts.put("key", header);
        // ruleid: xss
        response.getWriter().println(parts.get("key"));
        int count = Integer.parseInt(request.getParameter("count"));
        // ok: xss
        response.getWriter().println("<p>" + count + "</p>");
        String choice = "yes".equals(request.getParameter("c")) ? "Yes" : "No";
        // ok: xss
        response.getWriter().println("<p>" + choice + "</p>");
    }

    void helper(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String param = request.getParameter("v");
        String bar = pass(param);
        // ruleid: xss
        response.getWriter().println(bar);
        // ok: xss
        response.getWriter().println(drop(param));
    }

    private static String pass(String value) {
        String result = value;
        if (value.length() > 1) {
            StringBuilder builder = new StringBuilder(value);
            result = builder.append("_SafeStuff").toString();
        }
        return result;
    }

    private static String drop(String value) {
        String result = "x";
        if (value == null) {
            result = "none";
        }
        return result;
    }

    void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        // ok: xss
        response.getWriter().write("{\"count\": " + Long.parseLong(request.getParameter("n")) + "}");
    }

    void plain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        // ok: xss
        response.getWriter().write(request.getParameter("text"));
    }

    void errors(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // ok: xss
        response.sendError(404, "Not found: " + request.getParameter("path"));
        // ok: xss
        response.sendError(404, "Not found");
    }

    void sessions(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String user = (String) request.getSession().getAttribute("count");
        int number = Integer.valueOf(user);
        // ok: xss
        response.getWriter().println(number);
        // ruleid: xss
        response.getWriter().println("Path " + request.getPathInfo());
    }

    void dispatcher(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String first = req.getParameterValues("tag")[0];
        PrintWriter writer = resp.getWriter();
        // ruleid: xss
        writer.println("<script>var tag = '" + first + "';</script>");
        writer.println("<ul>");
        for (String each : req.getParameterValues("tag")) {
            // ruleid: xss
            writer.println("<li>" + each + "</li>");
        }
        for (String each : new String[] {"a", "b"}) {
            // ok: xss
            writer.println("<li>" + each + "</li>");
        }
    }
}
