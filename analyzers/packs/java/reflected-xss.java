import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Hello {
    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        // ruleid: reflected-xss
        response.getWriter().println("<h1>Hello " + name);
        PrintWriter out = response.getWriter();
        // ruleid: reflected-xss
        out.printf("<p>%s</p>", name);
        // ok: reflected-xss
        out.println(HtmlUtils.htmlEscape(name));
        // ok: reflected-xss
        out.println("<p>Hello</p>");
    }

    void text(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        // ok: reflected-xss
        response.getWriter().println(request.getParameter("name"));
    }
}

class Frameworks {
    void javalin(io.javalin.http.Context ctx) {
        // ruleid: reflected-xss
        ctx.html("<b>" + ctx.queryParam("name") + "</b>");
        // ok: reflected-xss
        ctx.result("hello " + ctx.queryParam("name"));
    }

    void android(WebView view) {
        // ruleid: reflected-xss
        view.loadUrl(getIntent().getStringExtra("address"));
        // ok: reflected-xss
        view.loadUrl("https://example.com");
    }

    void rows(HttpServletRequest request, HttpServletResponse response, PreparedStatement statement) throws Exception {
        statement.setString(1, request.getParameter("name"));
        ResultSet rows = statement.executeQuery();
        // ok: reflected-xss
        response.getWriter().println(rows.getString("name"));
        // ruleid: reflected-xss
        response.getWriter().println("<p>" + request.getParameter("name"));
    }
}

class Helpers {
    void rows(HttpServletRequest request, HttpServletResponse response) throws Exception {
        PrintWriter out = response.getWriter();
        // ok: reflected-xss
        out.println("<td>" + escape(request.getParameter("name")) + "</td>");
        // ok: reflected-xss
        out.println("<td>" + sanitize(request.getParameter("name")) + "</td>");
        // ok: reflected-xss
        out.println("<td>" + Text.escapeValue(request.getParameter("name")) + "</td>");
        // ruleid: reflected-xss
        out.println("<td>" + trim(request.getParameter("name")) + "</td>");
    }

    void trace(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setContentType("message/http");
        // ok: reflected-xss
        response.getOutputStream().print("TRACE " + request.getRequestURI());
    }

    void status(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setContentType("text/plain; charset=" + CHARSET);
        // ok: reflected-xss
        response.getWriter().println("unknown command " + request.getPathInfo());
    }

    void content(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = Files.readAllBytes(Paths.get("images/" + request.getParameter("name")));
        // ok: reflected-xss
        response.getOutputStream().write(bytes);
    }
}

class Contents {
    void file(HttpServletRequest request, HttpServletResponse response) throws Exception {
        InputStream resource = ClassLoader.getSystemResourceAsStream("pages" + request.getPathInfo());
        // ok: reflected-xss
        response.getWriter().write(resource.read());
        // ok: reflected-xss
        response.getWriter().write(Files.readString(pages.resolve(request.getParameter("page"))));
        // ruleid: reflected-xss
        response.getWriter().write(request.getPathInfo() + " was not found");
    }
}

class Served {
    void file(HttpServletRequest request, HttpServletResponse response) throws Exception {
        WebResource resource = resources.getResource(request.getPathInfo());
        // ok: reflected-xss
        response.getOutputStream().write(resource.getContent());
    }
}

class Greeting extends Controller {
    public Result html(Http.Request request) {
        // ruleid: reflected-xss
        return ok("<b>" + request.getQueryString("name") + "</b>").as("text/html");
    }

    public Result parameter(String name) {
        // ruleid: reflected-xss
        return badRequest(Html.apply("<b>" + name + "</b>"));
    }

    public Result text(String name) {
        // ok: reflected-xss
        return ok("Hello " + name);
    }

    public Result escaped(String name) {
        // ok: reflected-xss
        return ok("<b>" + HtmlUtils.htmlEscape(name) + "</b>").as("text/html");
    }
}

class Routes {
    void routes() {
        // ruleid: reflected-xss
        Spark.get("/hello", (request, response) -> "<b>" + request.queryParams("name") + "</b>");
        // ok: reflected-xss
        Spark.get("/static", (request, response) -> "<b>static</b>");
    }
}

class OtherServers extends NanoHTTPD {
    Response serve(IHTTPSession session) {
        // ruleid: reflected-xss
        return newFixedLengthResponse("<p>" + session.getParms().get("name") + "</p>");
    }

    Response plain(IHTTPSession session) {
        // ok: reflected-xss
        return newFixedLengthResponse(Response.Status.OK, "text/plain", session.getParms().get("name"));
    }

    void undertow(HttpServerExchange exchange) {
        // ruleid: reflected-xss
        exchange.getResponseSender().send("<p>" + exchange.getQueryParameters().get("name").getFirst() + "</p>");
    }

    void undertowJson(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        // ok: reflected-xss
        exchange.getResponseSender().send(exchange.getQueryParameters().get("name").getFirst());
    }
}

class Faces {
    void render(FacesContext context, ResponseWriter writer) throws IOException {
        String name = context.getExternalContext().getRequestParameterMap().get("name");
        // ruleid: reflected-xss
        writer.write("<b>" + name + "</b>");
        // ok: reflected-xss
        writer.writeText(name, null);
    }
}

class Encoded {
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        // ok: reflected-xss
        response.getWriter().write("<li>" + Stream.of(request.getParameterValues("a")).map(Encode::forHtml).collect(joining()));
        // ruleid: reflected-xss
        response.getWriter().write("<li>" + Stream.of(request.getParameterValues("a")).map(String::trim).collect(joining()));
        // ok: reflected-xss
        response.getWriter().write("<li>" + Base64.getEncoder().encodeToString(request.getParameter("a").getBytes()));
        // ruleid: reflected-xss
        response.getWriter().write("<li>" + new String(Base64.getDecoder().decode(Base64.getEncoder().encodeToString(request.getParameter("a").getBytes()))));
    }

    void sling(SlingHttpServletRequest request, SlingHttpServletResponse response) throws IOException {
        // ruleid: reflected-xss
        response.getWriter().write("<p>" + request.getRequestPathInfo().getSuffix() + "</p>");
        // ok: reflected-xss
        response.getWriter().write("<p>" + request.getRequestPathInfo().getSuffix().length() + "</p>");
    }

    void google(HttpRequest request, HttpResponse response) throws IOException {
        // ruleid: reflected-xss
        response.getWriter().write("<p>" + request.getFirstQueryParameter("name").orElse("") + "</p>");
    }

    static void routes() {
        Spark.get("/hello", (Request request, Response response) -> {
            // ruleid: reflected-xss
            return "<h1>" + request.queryParams("name") + "</h1>";
        });
    }
}

class BlogController extends Controller {
    public void page() {
        // ruleid: reflected-xss
        renderHtml("<h1>" + getPara("title") + "</h1>");
        // ok: reflected-xss
        renderHtml("<h1>" + getParaToInt("page") + "</h1>");
    }
}

class Vertical extends AbstractVerticle {
    void page(RoutingContext context) {
        context.response().putHeader("Content-Type", "text/html");
        // ruleid: reflected-xss
        context.response().end("<p>" + context.request().getParam("name") + "</p>");
    }

    void chained(RoutingContext context) {
        // ruleid: reflected-xss
        context.response().putHeader("Content-Type", "text/html").setStatusCode(200).end(context.request().getParam("name"));
    }

    void plain(RoutingContext context) {
        context.response().putHeader("Content-Type", "text/plain");
        // ok: reflected-xss
        context.response().end("hello " + context.request().getParam("name"));
    }
}

class Bodies implements HttpHandler {
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        // ruleid: reflected-xss
        exchange.getResponseBody().write(body);
        // ok: reflected-xss
        exchange.getResponseBody().write(Files.readAllBytes(Path.of("/srv/" + new String(body).length())));
    }
}

class WrongEscapes {
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = request.getParameter("text");
        // ruleid: reflected-xss
        response.getWriter().write("<p>" + StringEscapeUtils.escapeJava(text) + "</p>");
        // ok: reflected-xss
        response.getWriter().write("<p>" + StringEscapeUtils.escapeHtml4(text) + "</p>");
        String escaped = StringEscapeUtils.escapeHtml4(text);
        // ruleid: reflected-xss
        response.getWriter().write("<p>" + StringEscapeUtils.unescapeHtml4(escaped) + "</p>");
    }

    void saidByMethod(HttpServletRequest request, HttpServletResponse response) throws Exception {
        asText(response);
        // ok: reflected-xss
        response.getWriter().write(request.getParameter("name"));
    }

    private void asText(HttpServletResponse response) {
        response.setContentType("text/plain");
    }
}
