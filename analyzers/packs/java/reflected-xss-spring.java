@RestController
class Greetings {
    @GetMapping("/hello")
    String hello(@RequestParam String name) {
        // ruleid: reflected-xss-spring
        return "<h1>Hello " + name + "</h1>";
    }

    @GetMapping("/escaped")
    String escaped(@RequestParam String name) {
        // ok: reflected-xss-spring
        return "<h1>Hello " + HtmlUtils.htmlEscape(name) + "</h1>";
    }

    @GetMapping("/entity")
    ResponseEntity<String> entity(@RequestParam String name) {
        // ruleid: reflected-xss-spring
        return ResponseEntity.ok("<p>" + name);
    }
}

@Controller
class Views {
    @GetMapping("/view")
    String view(@RequestParam String name, Model model) {
        model.addAttribute("name", name);
        // ok: reflected-xss-spring
        return "hello";
    }
}

@RestController
class Plain {
    @GetMapping(value = "/plain", produces = MediaType.TEXT_PLAIN_VALUE)
    public String plain(@RequestParam String name) {
        // ok: reflected-xss-spring
        return name;
    }

    @GetMapping(value = "/page", produces = MediaType.TEXT_HTML_VALUE)
    public String page(@RequestParam String name) {
        // ruleid: reflected-xss-spring
        return "<b>" + name + "</b>";
    }
}

@RestController
class Later {
    @GetMapping("/later")
    public Mono<String> later(@RequestParam String name) {
        // ruleid: reflected-xss-spring
        return Mono.just("<h1>Hello " + name + "</h1>");
    }

    @GetMapping("/escaped")
    public Mono<String> escaped(@RequestParam String name) {
        // ok: reflected-xss-spring
        return Mono.just("<h1>Hello " + HtmlUtils.htmlEscape(name) + "</h1>");
    }
}

@RestController
class Helped {
    @GetMapping("/helped")
    public String helped(@RequestParam String name) {
        // ok: reflected-xss-spring
        return "{\"name\": " + quoted(name) + "}";
    }

    private String quoted(String text) {
        // ok: reflected-xss-spring
        return "'" + text + "'";
    }
}

class Functions {
    Mono<ServerResponse> page(ServerRequest request) {
        // ruleid: reflected-xss-spring
        return ServerResponse.ok().contentType(MediaType.TEXT_HTML).bodyValue("<p>" + request.queryParam("q").get() + "</p>");
    }

    Mono<ServerResponse> json(ServerRequest request) {
        // ok: reflected-xss-spring
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(request.queryParam("q").get());
    }

    Mono<ServerResponse> escaped(ServerRequest request) {
        // ok: reflected-xss-spring
        return ServerResponse.ok().contentType(MediaType.TEXT_HTML).bodyValue(HtmlUtils.htmlEscape(request.queryParam("q").get()));
    }
}

@RestController
class Programs {
    @GetMapping("/list")
    String list(@RequestParam String folder) throws IOException {
        Process process = new ProcessBuilder("ls", folder).start();
        // ok: reflected-xss-spring
        return "<pre>" + new String(process.getInputStream().readAllBytes()) + "</pre>";
    }

    @GetMapping("/echo")
    String echo(@RequestParam String folder) {
        // ruleid: reflected-xss-spring
        return "<pre>" + folder + "</pre>";
    }
}

@io.micronaut.http.annotation.Controller("/pages")
class MicronautPages {
    @Get(value = "/hello", produces = MediaType.TEXT_HTML)
    public String hello(@QueryValue String name) {
        // ruleid: reflected-xss-spring
        return "<p>" + name + "</p>";
    }

    @Get(value = "/plain", produces = MediaType.TEXT_PLAIN)
    public String plain(@QueryValue String name) {
        // ok: reflected-xss-spring
        return "hello " + name;
    }

    @Get("/answer")
    public HttpResponse<?> answer(@QueryValue String name) {
        // ruleid: reflected-xss-spring
        return HttpResponse.badRequest("<p>" + name + "</p>").contentType(MediaType.TEXT_HTML_TYPE);
    }

    @Get("/json")
    public HttpResponse<?> json(@QueryValue String name) {
        // ok: reflected-xss-spring
        return HttpResponse.ok(name).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}

@RestController
class Rates {
    @GetMapping("/rates/{currency}")
    String rates(@PathVariable String currency) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://rates.example.com/?currency=" + currency)).build();
        HttpClient client = HttpClient.newHttpClient();
        // ok: reflected-xss-spring
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @GetMapping("/latest")
    String latest(@RequestParam String agent) throws IOException {
        Request request = new Request.Builder().url("https://rates.example.com/").header("X-Agent", agent).build();
        // ok: reflected-xss-spring
        return new OkHttpClient().newCall(request).execute().body().string();
    }

    @GetMapping("/title")
    String title(@RequestParam String html) {
        // ruleid: reflected-xss-spring
        return Jsoup.parse(html).title();
    }
}
