package org.sample;

import java.io.*;
import java.util.*;
import javax.servlet.*;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;
import org.apache.commons.text.StringEscapeUtils;

public class Styles extends HttpServlet {
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws ServletException, IOException {
        String input1 = req.getParameter("input1");
        // ruleid: xss
        resp.getWriter().write(input1);
        String sessionId = req.getSession().getId();
        PrintWriter w = new PrintWriter(resp.getOutputStream());
        // ruleid: xss
        w.println("<td>" + req.getHeader("User-Agent") + "</td>");
        Cookie[] cookies = req.getCookies();
        for (Cookie c : cookies) {
            // ruleid: xss
            w.println("<td>" + c.getName() + "=" + c.getValue() + "</td>");
        }
        // ok: xss
        w.println("<td>" + new Date() + "</td>");
        // ok: xss
        w.println("<td>" + StringEscapeUtils.escapeHtml4(input1) + "</td>");
        String clean = input1.replaceAll("[^a-zA-Z0-9]", "");
        // ok: xss
        w.println("<td>" + clean + "</td>");
        String encoded = encode(input1);
        // ok: xss
        w.println("<td>" + encoded + "</td>");
        ServletOutputStream out = resp.getOutputStream();
        // ruleid: xss
        out.println(req.getQueryString());
        // ruleid: xss
        out.write(("<b>" + input1 + "</b>").getBytes());
        boolean flag = Boolean.parseBoolean(req.getParameter("flag"));
        // ok: xss
        out.println("<b>" + flag + "</b>");
        // ok: xss
        out.println("<b>" + input1.length() + "</b>");
        render(w, input1);
        renderSafe(w, "constant");
    }

    private String encode(String value) {
        return StringEscapeUtils.escapeHtml4(value);
    }

    private void render(PrintWriter writer, String title) {
        // ruleid: xss
        writer.println("<title>" + title + "</title>");
    }

    private void renderSafe(PrintWriter writer, String title) {
        // ok: xss
        writer.println("<title>" + title + "</title>");
    }

    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        Map<String, String[]> map = req.getParameterMap();
        for (Map.Entry<String, String[]> entry : map.entrySet()) {
            // ruleid: xss
            resp.getWriter().append(entry.getKey()).append("=");
        }
        String kind = req.getParameter("kind");
        String label;
        if ("a".equals(kind)) {
            label = "Apple";
        } else {
            label = "Banana";
        }
        // ok: xss
        resp.getWriter().println("<p>" + label + "</p>");
        resp.setContentType("application/json;charset=UTF-8");
        // ok: xss
        resp.getWriter().println("{\"name\": \"" + kind + "\"}");
    }
}

@RestController
@RequestMapping("/page")
class Pages {
    @RequestMapping(method = RequestMethod.GET)
    public String page(@RequestHeader("X-Name") String name, @CookieValue("theme") String theme) {
        String html = "<html><body class='" + theme + "'>";
        html += "Hi " + name;
        // ruleid: xss
        return html;
    }

    @GetMapping("/fixed")
    public String fixed() {
        // ok: xss
        return "<html><body>Hi</body></html>";
    }

    @GetMapping(value = "/json", produces = MediaType.APPLICATION_JSON_VALUE)
    public String json(@RequestParam String name) {
        // ok: xss
        return "{\"name\": \"" + name + "\"}";
    }
}
