package bench;

import java.io.IOException;
import java.net.*;
import java.util.*;
import javax.servlet.http.*;
import javax.ws.rs.*;
import javax.ws.rs.core.Response;
import org.springframework.http.*;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

public class RedirectsHeaders extends HttpServlet {
    private static final List<String> ALLOWED = Arrays.asList("/home", "/help");

    public void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String t = req.getParameter("target");
        // ruleid: open-redirect
        resp.sendRedirect(t);
        // ok: open-redirect
        resp.sendRedirect("/home");
        // ok: open-redirect
        resp.sendRedirect(req.getContextPath() + "/login");
        // ok: open-redirect
        resp.sendRedirect("https://example.com/?u=" + t);
        // ruleid: open-redirect
        resp.sendRedirect("https://" + t);
        // ruleid: open-redirect
        resp.sendRedirect(req.getHeader("Referer"));
        // ruleid: open-redirect
        resp.sendRedirect(resp.encodeRedirectURL(t));
        // ruleid: open-redirect
        resp.setHeader("Location", t);
        // ruleid: open-redirect
        resp.addHeader("Location", t);
        // ok: open-redirect
        resp.setHeader("Location", "/x");
        // ok: open-redirect
        resp.sendRedirect("/users/" + Integer.parseInt(t));
        if (ALLOWED.contains(t)) {
            // ok: open-redirect
            resp.sendRedirect(t);
        }
        if (t.startsWith("/") && !t.startsWith("//")) {
            // ok: open-redirect
            resp.sendRedirect(t);
        }
        if (t.equals("https://a.example.com")) {
            // ok: open-redirect
            resp.sendRedirect(t);
        }
        String page = "a".equals(t) ? "/a" : "/b";
        // ok: open-redirect
        resp.sendRedirect(page);
        URI u = URI.create(t);
        if (u.getHost() == null || "example.com".equals(u.getHost())) {
            resp.sendRedirect(u.toString());
        }
        String s = (String) req.getAttribute("x");
        // ok: open-redirect
        resp.sendRedirect("/a?next=" + URLEncoder.encode(t, "UTF-8"));
        go(resp, t);
        Map<String, String> pages = Map.of("a", "/a");
        // ok: open-redirect
        resp.sendRedirect(pages.getOrDefault(t, "/"));
        String url = t;
        if (!url.startsWith("http")) {
            url = "http://" + url;
        }
        // ruleid: open-redirect
        resp.sendRedirect(url);
    }

    private void go(HttpServletResponse r, String where) throws IOException {
        // ruleid: open-redirect
        r.sendRedirect(where);
    }

    public void headers(HttpServletRequest req, HttpServletResponse resp) {
        String v = req.getParameter("v");
        // ruleid: header-injection
        resp.setHeader("X-V", v);
        // ruleid: header-injection
        resp.addHeader("X-V", v);
        // ok: header-injection
        resp.setHeader("X-V", "fixed");
        // ok: header-injection
        resp.setHeader("X-V", v.replaceAll("[\r\n]", ""));
        // ruleid: insecure-cookie
        resp.addCookie(new Cookie("name", v));
        // ok: header-injection
        resp.setIntHeader("X-N", Integer.parseInt(v));
        // ruleid: header-injection
        resp.setHeader("Content-Disposition", "attachment; filename=" + v);
    }
}

@Controller
class SpringRedirects {
    @GetMapping("/a")
    String a(@RequestParam String url) {
        // ruleid: open-redirect
        return "redirect:" + url;
    }

    @GetMapping("/b")
    String b() {
        // ok: open-redirect
        return "redirect:/home";
    }

    @GetMapping("/c")
    RedirectView c(@RequestParam String url) {
        // ruleid: open-redirect
        return new RedirectView(url);
    }

    @GetMapping("/d")
    ModelAndView d(@RequestParam String url) {
        // ruleid: open-redirect
        return new ModelAndView("redirect:" + url);
    }

    @GetMapping("/e")
    ModelAndView e(@RequestParam String id) {
        // ok: open-redirect
        return new ModelAndView("redirect:/users/" + id);
    }

    @GetMapping("/f")
    ResponseEntity<Void> f(@RequestParam String url) {
        // ruleid: open-redirect
        return ResponseEntity.status(302).location(URI.create(url)).build();
    }

    @GetMapping("/g")
    ResponseEntity<Void> g(@RequestParam String url) {
        HttpHeaders h = new HttpHeaders();
        // ruleid: open-redirect
        h.setLocation(URI.create(url));
        return new ResponseEntity<>(h, HttpStatus.FOUND);
    }

    @GetMapping("/h")
    ResponseEntity<Void> h() {
        // ok: open-redirect
        return ResponseEntity.status(HttpStatus.FOUND).header("Location", "/x").build();
    }

    @GetMapping("/i")
    RedirectView i(@RequestParam String url) {
        RedirectView v = new RedirectView();
        // ruleid: open-redirect
        v.setUrl(url);
        return v;
    }

    @GetMapping("/j")
    String j(@RequestParam String url, RedirectAttributes attrs) {
        attrs.addAttribute("u", url);
        // ok: open-redirect
        return "redirect:/list";
    }

    @GetMapping("/k")
    ResponseEntity<Void> k(@RequestParam String url) {
        // ruleid: open-redirect
        return ResponseEntity.status(302).header("Location", url).build();
    }
}

@Path("/r")
class JaxRedirects {
    @GET
    public Response see(@javax.ws.rs.QueryParam("u") String u) {
        if (u == null) {
            // ok: open-redirect
            return Response.seeOther(URI.create("/x")).build();
        }
        // ruleid: open-redirect
        return Response.seeOther(URI.create(u)).build();
    }

    @POST
    public Response temp(@javax.ws.rs.QueryParam("u") String u) throws Exception {
        // ruleid: open-redirect
        return Response.temporaryRedirect(new URI(u)).build();
    }
}
