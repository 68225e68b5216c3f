package shop.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

class LoginServlet extends HttpServlet {
    private static final Set<String> PAGES = Set.of("/home", "/cart");
    private static final String HOME = "/home";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = request.getParameter("next");
        if (request.getParameter("a") != null) {
            // ruleid: open-redirect
            response.sendRedirect(next);
        }
        // ruleid: open-redirect
        response.sendRedirect(request.getParameter("url"));
        // ruleid: open-redirect
        response.setHeader("Location", next);
        // ruleid: open-redirect
        response.addHeader("Location", request.getHeader("X-Back"));
        // ruleid: open-redirect
        response.sendRedirect("http://" + request.getParameter("host"));
        // ok: open-redirect
        response.sendRedirect("/home");
        // ok: open-redirect
        response.sendRedirect(HOME);
        // ok: open-redirect
        response.sendRedirect("/search?q=" + URLEncoder.encode(request.getParameter("q"), "UTF-8"));
        // ok: open-redirect
        response.setHeader("Location", "/home");
        // ok: open-redirect
        response.sendRedirect(request.getContextPath() + "/login");
        // ok: open-redirect
        response.sendRedirect(response.encodeRedirectURL("/home"));
    }

    void checked(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = request.getParameter("next");
        if (PAGES.contains(next)) {
            // ok: open-redirect
            response.sendRedirect(next);
            return;
        }
        Map<String, String> targets = Map.of("a", "/a", "b", "/b");
        // ok: open-redirect
        response.sendRedirect(targets.get(next));
        int page = Integer.parseInt(request.getParameter("page"));
        // ok: open-redirect
        response.sendRedirect("/list?page=" + page);
        String back = request.getHeader("Referer");
        // ruleid: open-redirect
        response.sendRedirect(back);
    }
}

@Controller
class RedirectController {
    @GetMapping("/go")
    String go(@RequestParam String url) {
        // ruleid: open-redirect
        return "redirect:" + url;
    }

    @GetMapping("/go2")
    ModelAndView modelAndView(@RequestParam("url") String url) {
        // ruleid: open-redirect
        return new ModelAndView("redirect:" + url);
    }

    @GetMapping("/go3")
    RedirectView view(@RequestParam("url") String url) {
        // ruleid: open-redirect
        return new RedirectView(url);
    }

    @GetMapping("/go4")
    RedirectView viewSet(@RequestParam("url") String url) {
        RedirectView view = new RedirectView();
        // ruleid: open-redirect
        view.setUrl(url);
        return view;
    }

    @GetMapping("/go5")
    ResponseEntity<Void> entity(@RequestParam("url") String url) {
        // ruleid: open-redirect
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(url)).build();
    }

    @GetMapping("/go6")
    ResponseEntity<Void> header(@RequestParam("url") String url) {
        HttpHeaders headers = new HttpHeaders();
        // ruleid: open-redirect
        headers.add("Location", url);
        // ok: open-redirect
        headers.add("X-Page", "1");
        return new ResponseEntity<>(headers, HttpStatus.FOUND);
    }

    @GetMapping("/go7")
    void raw(@RequestParam("url") String url, HttpServletResponse response) throws IOException {
        // ruleid: open-redirect
        response.sendRedirect(url);
    }

    @GetMapping("/home/{id}")
    String home(@PathVariable long id) {
        // ok: open-redirect
        return "redirect:/home/" + id;
    }

    @GetMapping("/constant")
    String constant() {
        // ok: open-redirect
        return "redirect:/home";
    }

    @GetMapping("/view2")
    RedirectView constantView() {
        // ok: open-redirect
        return new RedirectView("/home", true);
    }

    @GetMapping("/ok4")
    String format(@RequestParam String url) {
        if (!url.startsWith("/") || url.startsWith("//")) {
            return "redirect:/";
        }
        // ok: open-redirect
        return "redirect:" + url;
    }
}

@Path("/redirect")
class RedirectResource {
    @GET
    public Response go(@QueryParam("to") String to) {
        // ruleid: open-redirect
        return Response.seeOther(URI.create(to)).build();
    }

    @GET
    @Path("/temporary")
    public Response temporary(@QueryParam("to") URI to) {
        // ruleid: open-redirect
        return Response.temporaryRedirect(to).build();
    }

    @GET
    @Path("/home")
    public Response home() {
        // ok: open-redirect
        return Response.seeOther(URI.create("/home")).build();
    }
}
