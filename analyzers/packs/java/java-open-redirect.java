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

    void checked(HttpServletRequest request, HttpServletResponse response, String next) throws IOException {
        String target = request.getParameter("next");
        if (target.startsWith("/") && !target.startsWith("//")) {
            // ok: java-open-redirect
            response.sendRedirect(target);
        } else if (target.startsWith("/")) {
            // ruleid: java-open-redirect
            response.sendRedirect(target);
        }
    }

    void refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String target = request.getParameter("next");
        if (!target.startsWith("/") || target.startsWith("//")) {
            target = "/";
        }
        // ok: java-open-redirect
        response.sendRedirect(target);
    }

    void matched(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String target = request.getParameter("next");
        if (target.matches("^/[a-z]+$")) {
            // ok: java-open-redirect
            response.sendRedirect(target);
        }
    }
}

class OwnAddress {
    void slash(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuilder address = new StringBuilder(request.getRequestURI());
        address.append('?').append(request.getQueryString());
        // ok: java-open-redirect
        response.sendRedirect(address.toString());
        String query = request.getQueryString();
        // ok: java-open-redirect
        response.sendRedirect(HOME + "?" + query);
        // ruleid: java-open-redirect
        response.sendRedirect(request.getQueryString());
    }
}

class Leaving extends Controller {
    public Result leave(String to) {
        // ruleid: java-open-redirect
        return redirect(to);
    }

    public Result request(Http.Request request) {
        // ruleid: java-open-redirect
        return seeOther(request.getQueryString("to"));
    }

    public Result home(String name) {
        // ok: java-open-redirect
        return redirect("/home");
    }
}

class Functional {
    Mono<ServerResponse> away(ServerRequest request) {
        // ruleid: java-open-redirect
        return ServerResponse.temporaryRedirect(URI.create(request.queryParam("to").get())).build();
    }

    Mono<ServerResponse> home(ServerRequest request) {
        // ok: java-open-redirect
        return ServerResponse.seeOther(URI.create("/home")).build();
    }
}

class OtherServers {
    void go(HttpServerExchange exchange) {
        // ruleid: java-open-redirect
        exchange.getResponseHeaders().put(Headers.LOCATION, exchange.getQueryParameters().get("to").getFirst());
        // ok: java-open-redirect
        exchange.getResponseHeaders().put(Headers.LOCATION, "/home");
    }
}

class Places {
    void place(PlaceRequest request, StreamObserver<Feature> observer) {
        // ok: java-open-redirect
        observer.onNext(Feature.newBuilder().setLocation(request.getPlace()).build());
    }
}

class Parsed extends Activity {
    void open() throws Exception {
        // ruleid: java-open-redirect
        startActivity(Intent.parseUri(getIntent().getStringExtra("next"), Intent.URI_INTENT_SCHEME));
        // ok: java-open-redirect
        startActivity(Intent.parseUri("intent://details", Intent.URI_INTENT_SCHEME));
    }
}

class Addresses {
    void go(HttpServletRequest request, HttpServletResponse response) throws Exception {
        URI target = URI.create(request.getParameter("next"));
        if (target.isAbsolute()) {
            return;
        }
        // ruleid: java-open-redirect
        response.sendRedirect(target.toString());
        if (target.getHost() != null) {
            return;
        }
        // ok: java-open-redirect
        response.sendRedirect(target.toString());
    }

    void other(HttpServletRequest request, HttpServletResponse response) throws Exception {
        URI target = URI.create(request.getParameter("next"));
        if (target.getScheme() != null || target.getAuthority() != null) {
            target = URI.create("/");
        }
        // ok: java-open-redirect
        response.sendRedirect(target.toString());
    }
}
