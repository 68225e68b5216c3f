import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Login {
    private static final Set<String> PAGES = Set.of("/home", "/cart");

    void login(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String next = request.getParameter("next");
        if (PAGES.contains(next)) {
            // ok: open-redirect
            response.sendRedirect(next);
        }
        // ok: open-redirect
        response.sendRedirect("/search?q=" + request.getParameter("q"));
        // ruleid: open-redirect
        response.sendRedirect(next);
    }

    @GetMapping("/go")
    String go(@RequestParam String url) {
        // ruleid: open-redirect
        return "redirect:" + url;
    }

    @GetMapping("/home")
    String home(@RequestParam String id) {
        // ok: open-redirect
        return "redirect:/home/" + id;
    }

    void checked(HttpServletRequest request, HttpServletResponse response, String next) throws IOException {
        String target = request.getParameter("next");
        if (target.startsWith("/") && !target.startsWith("//")) {
            // ok: open-redirect
            response.sendRedirect(target);
        } else if (target.startsWith("/")) {
            // ruleid: open-redirect
            response.sendRedirect(target);
        }
    }

    void refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String target = request.getParameter("next");
        if (!target.startsWith("/") || target.startsWith("//")) {
            target = "/";
        }
        // ok: open-redirect
        response.sendRedirect(target);
    }

    void matched(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String target = request.getParameter("next");
        if (target.matches("^/[a-z]+$")) {
            // ok: open-redirect
            response.sendRedirect(target);
        }
    }
}

class OwnAddress {
    void slash(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuilder address = new StringBuilder(request.getRequestURI());
        address.append('?').append(request.getQueryString());
        // ok: open-redirect
        response.sendRedirect(address.toString());
        String query = request.getQueryString();
        // ok: open-redirect
        response.sendRedirect(HOME + "?" + query);
        // ruleid: open-redirect
        response.sendRedirect(request.getQueryString());
    }
}

class Leaving extends Controller {
    public Result leave(String to) {
        // ruleid: open-redirect
        return redirect(to);
    }

    public Result request(Http.Request request) {
        // ruleid: open-redirect
        return seeOther(request.getQueryString("to"));
    }

    public Result home(String name) {
        // ok: open-redirect
        return redirect("/home");
    }
}

class Functional {
    Mono<ServerResponse> away(ServerRequest request) {
        // ruleid: open-redirect
        return ServerResponse.temporaryRedirect(URI.create(request.queryParam("to").get())).build();
    }

    Mono<ServerResponse> home(ServerRequest request) {
        // ok: open-redirect
        return ServerResponse.seeOther(URI.create("/home")).build();
    }
}

class OtherServers {
    void go(HttpServerExchange exchange) {
        // ruleid: open-redirect
        exchange.getResponseHeaders().put(Headers.LOCATION, exchange.getQueryParameters().get("to").getFirst());
        // ok: open-redirect
        exchange.getResponseHeaders().put(Headers.LOCATION, "/home");
    }
}

class Places {
    void place(PlaceRequest request, StreamObserver<Feature> observer) {
        // ok: open-redirect
        observer.onNext(Feature.newBuilder().setLocation(request.getPlace()).build());
    }
}

class Parsed extends Activity {
    void open() throws Exception {
        // ruleid: open-redirect
        startActivity(Intent.parseUri(getIntent().getStringExtra("next"), Intent.URI_INTENT_SCHEME));
        // ok: open-redirect
        startActivity(Intent.parseUri("intent://details", Intent.URI_INTENT_SCHEME));
    }
}

class Addresses {
    void go(HttpServletRequest request, HttpServletResponse response) throws Exception {
        URI target = URI.create(request.getParameter("next"));
        if (target.isAbsolute()) {
            return;
        }
        // ruleid: open-redirect
        response.sendRedirect(target.toString());
        if (target.getHost() != null) {
            return;
        }
        // ok: open-redirect
        response.sendRedirect(target.toString());
    }

    void other(HttpServletRequest request, HttpServletResponse response) throws Exception {
        URI target = URI.create(request.getParameter("next"));
        if (target.getScheme() != null || target.getAuthority() != null) {
            target = URI.create("/");
        }
        // ok: open-redirect
        response.sendRedirect(target.toString());
    }

    static final String ALBUMS = "/albums";

    void fixedPath(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ok: open-redirect
        response.sendRedirect(request.getContextPath() + "/view/" + request.getParameter("slug"));
        // ok: open-redirect
        response.sendRedirect(ALBUMS + "/view/" + request.getParameter("slug"));
        String target = "/items/";
        target += request.getParameter("item");
        // ok: open-redirect
        response.sendRedirect(target);
    }
}
