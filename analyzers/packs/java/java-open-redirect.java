import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Login {
    private static final Set<String> PAGES = Set.of("/home", "/cart");

    void login(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String next = request.getParameter("next");
        if (PAGES.contains(next)) {
            // ok: java-open-redirect
            response.sendRedirect(next);
        }
        // ok: java-open-redirect
        response.sendRedirect("/search?q=" + request.getParameter("q"));
        // ruleid: java-open-redirect
        response.sendRedirect(next);
    }

    @GetMapping("/go")
    String go(@RequestParam String url) {
        // ruleid: java-open-redirect
        return "redirect:" + url;
    }

    @GetMapping("/home")
    String home(@RequestParam String id) {
        // ok: java-open-redirect
        return "redirect:/home/" + id;
    }
}
