package bench;

import java.io.*;
import javax.servlet.*;
import javax.servlet.http.*;
import javax.ws.rs.*;
import javax.ws.rs.core.*;
import org.springframework.http.*;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.util.HtmlUtils;
import org.owasp.encoder.Encode;
import org.apache.commons.text.StringEscapeUtils;
import reactor.core.publisher.Mono;

public class Pages extends HttpServlet {
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException, ServletException {
        String name = req.getParameter("name");
        resp.setContentType("text/html");
        PrintWriter out = resp.getWriter();
        // ruleid: xss
        out.println("<h1>Hello " + name + "</h1>");
        // ruleid: xss
        out.print(name);
        // ruleid: xss
        out.write("<p>" + name + "</p>");
        // ruleid: xss
        out.printf("<b>%s</b>", name);
        // ruleid: xss
        out.append("<i>").append(name);
        // ruleid: xss
        out.format("<i>%s", name);
        // ruleid: xss
        resp.getWriter().write("<a href='" + req.getHeader("Referer") + "'>back</a>");
        // ruleid: xss
        resp.getOutputStream().print("<p>" + name);
        // ruleid: xss
        resp.getOutputStream().write(("<p>" + name).getBytes());
        // ok: xss
        out.println("<h1>" + Encode.forHtml(name) + "</h1>");
        // ok: xss
        out.println("<h1>" + StringEscapeUtils.escapeHtml4(name) + "</h1>");
        // ok: xss
        out.println("<h1>" + HtmlUtils.htmlEscape(name) + "</h1>");
        // ok: xss
        out.println("<h1>" + name.length() + "</h1>");
        // ok: xss
        out.println("<h1>" + Integer.parseInt(name) + "</h1>");
        String esc = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        // ok: xss
        out.println("<h1>" + esc + "</h1>");
        Cookie[] cs = req.getCookies();
        // ruleid: xss
        out.println("<p>" + cs[0].getValue());
        // ruleid: xss
        resp.sendError(404, "not found: " + name);
        req.setAttribute("name", name);
        // ok: xss
        req.getRequestDispatcher("/WEB-INF/a.jsp").forward(req, resp);
        String path = req.getPathInfo();
        // ruleid: xss
        out.println("<p>" + path + "</p>");
        StringBuilder sb = new StringBuilder();
        sb.append("<ul>");
        for (String v : req.getParameterValues("v")) {
            sb.append("<li>").append(v).append("</li>");
        }
        // ruleid: xss
        out.println(sb);
    }

    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        resp.setContentType("application/json");
        // ok: xss
        resp.getWriter().write("{\"name\": \"" + req.getParameter("name") + "\"}");
    }

    protected void doPut(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        resp.setContentType("text/plain");
        // ok: xss
        resp.getWriter().print(req.getParameter("name"));
    }
}

@RestController
class XssSpring {
    @GetMapping("/h")
    public String hello(@RequestParam String name) {
        // ruleid: xss
        return "<h1>Hello " + name + "</h1>";
    }

    @GetMapping(value = "/h2", produces = MediaType.TEXT_HTML_VALUE)
    public String hello2(@RequestParam String name) {
        // ruleid: xss
        return "Hello " + name;
    }

    @GetMapping(value = "/h3", produces = "application/json")
    public String hello3(@RequestParam String name) {
        // ok: xss
        return "{\"a\": \"" + name + "\"}";
    }

    @GetMapping("/h4")
    public ResponseEntity<String> hello4(@RequestParam String name) {
        // ruleid: xss
        return ResponseEntity.ok("<p>" + name + "</p>");
    }

    @GetMapping("/h5")
    public ResponseEntity<String> hello5(@RequestParam String name) {
        // ruleid: xss
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body("hi " + name);
    }

    @GetMapping("/h6")
    public ResponseEntity<String> hello6(@RequestParam String name) {
        // ruleid: xss
        return new ResponseEntity<>("<div>" + name + "</div>", HttpStatus.OK);
    }

    @GetMapping("/h7")
    public String hello7(@RequestParam String name) {
        // ok: xss
        return "<h1>Hello " + HtmlUtils.htmlEscape(name) + "</h1>";
    }

    @GetMapping("/h8")
    public Mono<String> hello8(@RequestParam String name) {
        // ruleid: xss
        return Mono.just("<h1>Hello " + name + "</h1>");
    }

    @GetMapping("/h9")
    public String hello9(@RequestParam int id) {
        // ok: xss
        return "<h1>Item " + id + "</h1>";
    }

    @GetMapping("/h10")
    public Greeting hello10(@RequestParam String name) {
        // ok: xss
        return new Greeting(name);
    }

    record Greeting(String name) { }

    @ExceptionHandler(IllegalArgumentException.class)
    public ResponseEntity<String> bad(HttpServletRequest r) {
        // ruleid: xss
        return ResponseEntity.badRequest().body("<p>bad " + r.getParameter("x") + "</p>");
    }
}

@Controller
class XssMvc {
    @GetMapping("/v")
    public String view(@RequestParam String name, Model model) {
        // ok: xss
        model.addAttribute("name", name);
        // ok: xss
        return "view";
    }

    @GetMapping("/w")
    @ResponseBody
    public String w(@RequestParam String name) {
        // ruleid: xss
        return "<p>" + name;
    }
}

@Path("/r")
class XssJax {
    @GET
    @Produces(MediaType.TEXT_HTML)
    public String get(@QueryParam("n") String n) {
        // ruleid: xss
        return "<p>" + n + "</p>";
    }

    @GET
    @Path("/j")
    @Produces(MediaType.APPLICATION_JSON)
    public String json(@QueryParam("n") String n) {
        // ok: xss
        return "{\"n\":\"" + n + "\"}";
    }

    @GET
    @Path("/k")
    @Produces("text/html")
    public Response resp(@PathParam("n") String n) {
        // ruleid: xss
        return Response.ok("<p>" + n).build();
    }

    @GET
    @Path("/l")
    @Produces("text/html")
    public Response resp2(@PathParam("n") String n) {
        // ok: xss
        return Response.ok("<p>" + Encode.forHtml(n)).build();
    }
}
