import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Hello {
    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        // ruleid: servlet-parameter-echoed
        response.getWriter().println("<h1>Hello " + name);
        PrintWriter out = response.getWriter();
        // ruleid: servlet-parameter-echoed
        out.printf("<p>%s</p>", name);
        // ok: servlet-parameter-echoed
        out.println(HtmlUtils.htmlEscape(name));
        // ok: servlet-parameter-echoed
        out.println("<p>Hello</p>");
    }

    void text(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        // ok: servlet-parameter-echoed
        response.getWriter().println(request.getParameter("name"));
    }
}

class Frameworks {
    void javalin(io.javalin.http.Context ctx) {
        // ruleid: servlet-parameter-echoed
        ctx.html("<b>" + ctx.queryParam("name") + "</b>");
        // ok: servlet-parameter-echoed
        ctx.result("hello " + ctx.queryParam("name"));
    }

    void android(WebView view) {
        // ruleid: servlet-parameter-echoed
        view.loadUrl(getIntent().getStringExtra("address"));
        // ok: servlet-parameter-echoed
        view.loadUrl("https://example.com");
    }

    void rows(HttpServletRequest request, HttpServletResponse response, PreparedStatement statement) throws Exception {
        statement.setString(1, request.getParameter("name"));
        ResultSet rows = statement.executeQuery();
        // ok: servlet-parameter-echoed
        response.getWriter().println(rows.getString("name"));
        // ruleid: servlet-parameter-echoed
        response.getWriter().println("<p>" + request.getParameter("name"));
    }
}

class Helpers {
    void rows(HttpServletRequest request, HttpServletResponse response) throws Exception {
        PrintWriter out = response.getWriter();
        // ok: servlet-parameter-echoed
        out.println("<td>" + escape(request.getParameter("name")) + "</td>");
        // ok: servlet-parameter-echoed
        out.println("<td>" + sanitize(request.getParameter("name")) + "</td>");
        // ok: servlet-parameter-echoed
        out.println("<td>" + Text.escapeValue(request.getParameter("name")) + "</td>");
        // ruleid: servlet-parameter-echoed
        out.println("<td>" + trim(request.getParameter("name")) + "</td>");
    }

    void trace(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setContentType("message/http");
        // ok: servlet-parameter-echoed
        response.getOutputStream().print("TRACE " + request.getRequestURI());
    }

    void status(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setContentType("text/plain; charset=" + CHARSET);
        // ok: servlet-parameter-echoed
        response.getWriter().println("unknown command " + request.getPathInfo());
    }

    void content(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = Files.readAllBytes(Paths.get("images/" + request.getParameter("name")));
        // ok: servlet-parameter-echoed
        response.getOutputStream().write(bytes);
    }
}

class Contents {
    void file(HttpServletRequest request, HttpServletResponse response) throws Exception {
        InputStream resource = ClassLoader.getSystemResourceAsStream("pages" + request.getPathInfo());
        // ok: servlet-parameter-echoed
        response.getWriter().write(resource.read());
        // ok: servlet-parameter-echoed
        response.getWriter().write(Files.readString(pages.resolve(request.getParameter("page"))));
        // ruleid: servlet-parameter-echoed
        response.getWriter().write(request.getPathInfo() + " was not found");
    }
}

class Served {
    void file(HttpServletRequest request, HttpServletResponse response) throws Exception {
        WebResource resource = resources.getResource(request.getPathInfo());
        // ok: servlet-parameter-echoed
        response.getOutputStream().write(resource.getContent());
    }
}

class Greeting extends Controller {
    public Result html(Http.Request request) {
        // ruleid: servlet-parameter-echoed
        return ok("<b>" + request.getQueryString("name") + "</b>").as("text/html");
    }

    public Result parameter(String name) {
        // ruleid: servlet-parameter-echoed
        return badRequest(Html.apply("<b>" + name + "</b>"));
    }

    public Result text(String name) {
        // ok: servlet-parameter-echoed
        return ok("Hello " + name);
    }

    public Result escaped(String name) {
        // ok: servlet-parameter-echoed
        return ok("<b>" + HtmlUtils.htmlEscape(name) + "</b>").as("text/html");
    }
}

class Routes {
    void routes() {
        // ruleid: servlet-parameter-echoed
        Spark.get("/hello", (request, response) -> "<b>" + request.queryParams("name") + "</b>");
        // ok: servlet-parameter-echoed
        Spark.get("/static", (request, response) -> "<b>static</b>");
    }
}

class OtherServers extends NanoHTTPD {
    Response serve(IHTTPSession session) {
        // ruleid: servlet-parameter-echoed
        return newFixedLengthResponse("<p>" + session.getParms().get("name") + "</p>");
    }

    Response plain(IHTTPSession session) {
        // ok: servlet-parameter-echoed
        return newFixedLengthResponse(Response.Status.OK, "text/plain", session.getParms().get("name"));
    }

    void undertow(HttpServerExchange exchange) {
        // ruleid: servlet-parameter-echoed
        exchange.getResponseSender().send("<p>" + exchange.getQueryParameters().get("name").getFirst() + "</p>");
    }

    void undertowJson(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        // ok: servlet-parameter-echoed
        exchange.getResponseSender().send(exchange.getQueryParameters().get("name").getFirst());
    }
}

class Faces {
    void render(FacesContext context, ResponseWriter writer) throws IOException {
        String name = context.getExternalContext().getRequestParameterMap().get("name");
        // ruleid: servlet-parameter-echoed
        writer.write("<b>" + name + "</b>");
        // ok: servlet-parameter-echoed
        writer.writeText(name, null);
    }
}

class Encoded {
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        // ok: servlet-parameter-echoed
        response.getWriter().write("<li>" + Stream.of(request.getParameterValues("a")).map(Encode::forHtml).collect(joining()));
        // ruleid: servlet-parameter-echoed
        response.getWriter().write("<li>" + Stream.of(request.getParameterValues("a")).map(String::trim).collect(joining()));
        // ok: servlet-parameter-echoed
        response.getWriter().write("<li>" + Base64.getEncoder().encodeToString(request.getParameter("a").getBytes()));
        // ruleid: servlet-parameter-echoed
        response.getWriter().write("<li>" + new String(Base64.getDecoder().decode(Base64.getEncoder().encodeToString(request.getParameter("a").getBytes()))));
    }

    void sling(SlingHttpServletRequest request, SlingHttpServletResponse response) throws IOException {
        // ruleid: servlet-parameter-echoed
        response.getWriter().write("<p>" + request.getRequestPathInfo().getSuffix() + "</p>");
        // ok: servlet-parameter-echoed
        response.getWriter().write("<p>" + request.getRequestPathInfo().getSuffix().length() + "</p>");
    }

    void google(HttpRequest request, HttpResponse response) throws IOException {
        // ruleid: servlet-parameter-echoed
        response.getWriter().write("<p>" + request.getFirstQueryParameter("name").orElse("") + "</p>");
    }

    static void routes() {
        Spark.get("/hello", (Request request, Response response) -> {
            // ruleid: servlet-parameter-echoed
            return "<h1>" + request.queryParams("name") + "</h1>";
        });
    }
}

class BlogController extends Controller {
    public void page() {
        // ruleid: servlet-parameter-echoed
        renderHtml("<h1>" + getPara("title") + "</h1>");
        // ok: servlet-parameter-echoed
        renderHtml("<h1>" + getParaToInt("page") + "</h1>");
    }
}

class Vertical extends AbstractVerticle {
    void page(RoutingContext context) {
        context.response().putHeader("Content-Type", "text/html");
        // ruleid: servlet-parameter-echoed
        context.response().end("<p>" + context.request().getParam("name") + "</p>");
    }

    void chained(RoutingContext context) {
        // ruleid: servlet-parameter-echoed
        context.response().putHeader("Content-Type", "text/html").setStatusCode(200).end(context.request().getParam("name"));
    }

    void plain(RoutingContext context) {
        context.response().putHeader("Content-Type", "text/plain");
        // ok: servlet-parameter-echoed
        context.response().end("hello " + context.request().getParam("name"));
    }
}

class Bodies implements HttpHandler {
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        // ruleid: servlet-parameter-echoed
        exchange.getResponseBody().write(body);
        // ok: servlet-parameter-echoed
        exchange.getResponseBody().write(Files.readAllBytes(Path.of("/srv/" + new String(body).length())));
    }
}

class WrongEscapes {
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = request.getParameter("text");
        // ruleid: servlet-parameter-echoed
        response.getWriter().write("<p>" + StringEscapeUtils.escapeJava(text) + "</p>");
        // ok: servlet-parameter-echoed
        response.getWriter().write("<p>" + StringEscapeUtils.escapeHtml4(text) + "</p>");
        String escaped = StringEscapeUtils.escapeHtml4(text);
        // ruleid: servlet-parameter-echoed
        response.getWriter().write("<p>" + StringEscapeUtils.unescapeHtml4(escaped) + "</p>");
    }
}
