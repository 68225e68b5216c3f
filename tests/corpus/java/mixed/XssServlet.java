package bench;

import java.io.*;
import java.util.*;
import javax.servlet.*;
import javax.servlet.http.*;
import javax.ws.rs.*;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.commons.text.StringEscapeUtils;
import org.owasp.encoder.Encode;
import org.owasp.esapi.ESAPI;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.util.HtmlUtils;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

public class XssServlet extends HttpServlet {
    @Override
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        response.setContentType("text/html;charset=UTF-8");
        String param = request.getParameter("q");
        // ruleid: xss
        response.getWriter().write(param);
        // ruleid: xss
        response.getWriter().println("<p>" + param + "</p>");
        // ruleid: xss
        response.getWriter().print(param);
        // ruleid: xss
        response.getWriter().append("<b>").append(param);
        // ruleid: xss
        response.getWriter().format("<b>%s</b>", param);
        // ruleid: xss
        response.getWriter().printf(Locale.US, "<b>%s</b>", param);
        // ok: xss
        response.getWriter().printf("<b>%d</b>", param.length());
        // ruleid: xss
        response.getWriter().write(param.toCharArray());
        PrintWriter out = response.getWriter();
        // ruleid: xss
        out.println(param);
        // ok: xss
        out.println(HtmlUtils.htmlEscape(param));
        // ok: xss
        out.println(ESAPI.encoder().encodeForHTML(param));
        // ok: xss
        out.println(Encode.forHtml(param));
        // ok: xss
        out.println(Encode.forHtmlAttribute(param));
        // ok: xss
        out.println(StringEscapeUtils.escapeHtml4(param));
        // ok: xss
        out.println(Jsoup.clean(param, Safelist.basic()));
        // ok: xss
        out.println(param.replace("<", "&lt;").replace(">", "&gt;"));
        // ok: xss
        out.println("fixed");
        // ok: xss
        out.println(Integer.parseInt(param));
        ServletOutputStream os = response.getOutputStream();
        // ruleid: xss
        os.print(param);
        // ruleid: xss
        os.write(param.getBytes());
        Object[] obj = {"a", param};
        // ruleid: xss
        out.format("x %1$s and %2$s", obj);
        String bar;
        int num = 86;
        if ((7 * 42) - num > 200) bar = "This_should_always_happen";
        else bar = param;
        // ok: xss
        out.println(bar);
        String[] arr = new String[] {"a", "b"};
        // ok: xss
        out.println(arr[0]);
        arr[0] = param;
        // ruleid: xss
        out.println(arr[0]);
        Map<String, String> m = new HashMap<>();
        m.put("a", param);
        for (Map.Entry<String, String> e : m.entrySet()) {
            // ruleid: xss
            out.println(e.getValue());
        }
        render(out, param);
        renderSafe(out, param);
        // ok: xss
        response.sendError(404, "missing");
        String user = (String) request.getSession().getAttribute("user");
        // ok: xss
        out.println(Encode.forHtml(user));
        request.setAttribute("q", param);
        // ok: xss
        request.getRequestDispatcher("/a.jsp").forward(request, response);
        // ruleid: xss
        out.write(new StringBuilder(param).reverse().toString());
        // ok: xss
        out.println(URLEncoder(param));
    }

    private static String URLEncoder(String s) throws UnsupportedEncodingException {
        return java.net.URLEncoder.encode(s, "UTF-8");
    }

    private void render(PrintWriter w, String s) {
        // ruleid: xss
        w.println("<p>" + s + "</p>");
    }

    private void renderSafe(PrintWriter w, String s) {
        // ok: xss
        w.println("<p>" + Encode.forHtml(s) + "</p>");
    }

    @Override
    public void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        // ok: xss
        response.getWriter().write("{\"a\": \"" + request.getParameter("a") + "\"}");
    }

    @Override
    public void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        // ok: xss
        response.getWriter().write(request.getParameter("a"));
    }

    @Override
    public void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter w = response.getWriter();
        // ruleid: xss
        w.write("<a href=\"" + request.getHeader("Referer") + "\">back</a>");
        // ruleid: xss
        w.write("<p>" + request.getRequestURL() + "?" + request.getQueryString());
        for (Cookie c : request.getCookies()) {
            // ruleid: xss
            w.write(c.getValue());
        }
        Enumeration<String> hs = request.getHeaderNames();
        while (hs.hasMoreElements()) {
            // ruleid: xss
            w.write(hs.nextElement());
        }
        try {
            Integer.parseInt(request.getParameter("n"));
        } catch (NumberFormatException e) {
            // ok: xss
            w.write("not a number");
        }
        // ok: xss
        w.write(request.getContextPath());
        // ruleid: xss
        w.write(request.getPart("f").getSubmittedFileName());
    }
}

@Path("/x")
class XssResource {
    @GET
    @Produces(MediaType.TEXT_HTML)
    public String html(@QueryParam("n") String n) {
        // ruleid: xss
        return "<b>" + n + "</b>";
    }

    @GET
    @Produces("application/json")
    public String json(@QueryParam("n") String n) {
        // ok: xss
        return "{\"n\": 1}" + n;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String text(@QueryParam("n") String n) {
        // ok: xss
        return "hello " + n;
    }

    @GET
    @Path("r")
    public Response response(@QueryParam("n") String n) {
        if (n.isEmpty()) {
            // ok: xss
            return Response.ok("<b>" + Encode.forHtml(n) + "</b>", MediaType.TEXT_HTML).build();
        }
        // ruleid: xss
        return Response.ok("<b>" + n + "</b>").type(MediaType.TEXT_HTML).build();
    }
}

@Controller
class XssController {
    @GetMapping("/a")
    @ResponseBody
    public String body(@RequestParam String n) {
        // ruleid: xss
        return "<b>" + n + "</b>";
    }

    @GetMapping("/b")
    @ResponseBody
    public String escaped(@RequestParam String n) {
        // ok: xss
        return "<b>" + HtmlUtils.htmlEscape(n) + "</b>";
    }

    @GetMapping(value = "/c", produces = "text/plain")
    @ResponseBody
    public String plain(@RequestParam String n) {
        // ok: xss
        return n;
    }

    @GetMapping(value = "/d", produces = "application/json")
    public ResponseEntity<String> json(@RequestParam String n) {
        // ok: xss
        return ResponseEntity.ok("{}" + n);
    }

    @GetMapping("/e")
    public ResponseEntity<String> entity(@PathVariable String n) {
        // ruleid: xss
        return ResponseEntity.ok("<p>" + n + "</p>");
    }

    @GetMapping("/f")
    public ResponseEntity<String> built(@RequestParam String n) {
        // ruleid: xss
        return ResponseEntity.status(200).header("Content-Type", "text/html").body(n);
    }

    @GetMapping("/g")
    public String view(@RequestParam String n, org.springframework.ui.Model model) {
        model.addAttribute("n", n);
        // ok: xss
        return "index";
    }

    @PostMapping("/h")
    @ResponseBody
    public Map<String, String> map(@RequestParam String n) {
        // ok: xss
        return Map.of("n", n);
    }
}
