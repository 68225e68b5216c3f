package org.sample;

import java.net.URI;
import javax.servlet.http.*;
import org.springframework.http.*;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

@Controller
class Styles {
    @RequestMapping("/r1")
    public ModelAndView one(HttpServletRequest req) {
        String target = req.getParameter("target");
        // ruleid: open-redirect
        return new ModelAndView("redirect:" + target);
    }

    @GetMapping("/r2")
    public void two(HttpServletResponse resp, @RequestParam String to) {
        // ruleid: open-redirect
        resp.setHeader("Location", to);
        resp.setStatus(302);
    }

    @GetMapping("/r3")
    public ResponseEntity<?> three(@RequestParam String to) {
        HttpHeaders h = new HttpHeaders();
        // ruleid: open-redirect
        h.setLocation(URI.create(to));
        return new ResponseEntity<>(h, HttpStatus.SEE_OTHER);
    }

    @GetMapping("/r4")
    public String four(@RequestParam String to) {
        String view = "redirect:" + to;
        // ruleid: open-redirect
        return view;
    }

    @GetMapping("/r5")
    public String five(@RequestParam String to) {
        if (to.equals("/a") || to.equals("/b")) {
            // ok: open-redirect
            return "redirect:" + to;
        }
        // ok: open-redirect
        return "redirect:/";
    }

    @GetMapping("/r6")
    public void six(HttpServletRequest req, HttpServletResponse resp) throws Exception {
        String url = req.getParameter("url");
        if (url != null && url.startsWith("https://www.sample.org/")) {
            // ok: open-redirect
            resp.sendRedirect(url);
        } else {
            // ok: open-redirect
            resp.sendRedirect(req.getContextPath() + "/index.html");
        }
        String host = new URI(url).getHost();
        if ("www.sample.org".equals(host)) {
            resp.sendRedirect(url);
        }
        // ok: open-redirect
        resp.sendRedirect("https://login.sample.org/?user=" + req.getParameter("u"));
    }

    @GetMapping("/r7")
    public RedirectView seven(@RequestParam int id) {
        // ok: open-redirect
        return new RedirectView("/items/" + id);
    }

    private boolean isLocal(String url) {
        return url.startsWith("/") && !url.startsWith("//");
    }

    @GetMapping("/r8")
    public void eight(@RequestParam String url, HttpServletResponse resp) throws Exception {
        if (isLocal(url)) {
            // ok: open-redirect
            resp.sendRedirect(url);
        }
        // ruleid: open-redirect
        resp.sendRedirect("//" + url);
    }
}
