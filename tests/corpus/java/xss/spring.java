package shop.web;

import javax.servlet.http.HttpServletResponse;
import javax.servlet.jsp.JspWriter;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.apache.commons.text.StringEscapeUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.util.HtmlUtils;

@Controller
class Pages {
    @GetMapping(value = "/hello", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String hello(@RequestParam String name) {
        // ruleid: xss
        return "<h1>Hello " + name + "</h1>";
    }

    @GetMapping("/format")
    @ResponseBody
    String format(@RequestParam("name") String name) {
        // ruleid: xss
        return String.format("<h1>Hello %s</h1>", name);
    }

    @GetMapping("/escaped")
    @ResponseBody
    String escaped(@RequestParam String name) {
        // ok: xss
        return "<h1>Hello " + HtmlUtils.htmlEscape(name) + "</h1>";
    }

    @GetMapping("/constant")
    @ResponseBody
    String constant(@RequestParam String name) {
        // ok: xss
        return "<h1>Hello</h1>";
    }

    @GetMapping("/view")
    String view(@RequestParam String name, Model model) {
        // ok: xss
        model.addAttribute("name", name);
        // ok: xss
        return "hello";
    }

    @GetMapping("/entity/{name}")
    ResponseEntity<String> entity(@PathVariable String name) {
        // ruleid: xss
        return ResponseEntity.ok("<p>" + name + "</p>");
    }

    @GetMapping("/entity2/{name}")
    ResponseEntity<String> entityBuilt(@PathVariable String name) {
        // ruleid: xss
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body("<p>" + name + "</p>");
    }

    @GetMapping("/entity3/{name}")
    ResponseEntity<String> entityEscaped(@PathVariable String name) {
        String safe = StringEscapeUtils.escapeHtml4(name);
        // ok: xss
        return ResponseEntity.ok("<p>" + safe + "</p>");
    }

    @GetMapping("/number")
    ResponseEntity<String> number(@RequestParam int page) {
        // ok: xss
        return ResponseEntity.ok("<p>Page " + page + "</p>");
    }

    @GetMapping("/raw")
    void raw(@RequestParam String text, HttpServletResponse response) throws Exception {
        // ruleid: xss
        response.getWriter().print("<div>" + text + "</div>");
    }

    void tag(JspWriter out, javax.servlet.http.HttpServletRequest request) throws Exception {
        // ruleid: xss
        out.println("<b>" + request.getParameter("q") + "</b>");
        // ok: xss
        out.println("<b>fixed</b>");
    }
}

@RestController
class Greetings {
    @GetMapping("/greet")
    public String greet(@RequestParam(value = "name") String name) {
        StringBuilder page = new StringBuilder();
        page.append("<html><body>").append(name).append("</body></html>");
        // ruleid: xss
        return page.toString();
    }

    @PostMapping("/numbers")
    public String numbers(@RequestParam Integer number) {
        // ok: xss
        return "<b>" + number + "</b>";
    }

    @GetMapping(value = "/json", produces = "application/json")
    public Greeting json(@RequestParam String name) {
        // ok: xss
        return new Greeting(name);
    }
}

@Path("/people")
class PeopleResource {
    @GET
    @Path("/{name}")
    @Produces("text/html")
    public String one(@PathParam("name") String name) {
        // ruleid: xss
        return "<p>" + name + "</p>";
    }

    @GET
    @Path("/search")
    @Produces("text/html")
    public Response search(@QueryParam("q") String q) {
        // ruleid: xss
        return Response.ok("<p>No result for " + q + "</p>").build();
    }

    @GET
    @Path("/count")
    @Produces("text/html")
    public Response count(@QueryParam("n") int n) {
        // ok: xss
        return Response.ok("<p>" + n + "</p>").build();
    }
}
