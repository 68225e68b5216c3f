import java.net.URL;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

class Fetch {
    private static final Set<String> HOSTS = Set.of("a.example.org", "b.example.org");

    void fetch(HttpServletRequest request) throws Exception {
        // ruleid: ssrf
        new URL(request.getParameter("url")).openStream();
        // ruleid: ssrf
        restTemplate.getForObject("http://" + request.getParameter("host"), String.class);
        // ok: ssrf
        new URL("https://example.org/items/" + request.getParameter("id")).openStream();
        String host = request.getParameter("host");
        if (HOSTS.contains(host)) {
            // ok: ssrf
            new URL("https://" + host + "/").openStream();
        }
    }
}

class Further {
    void open(HttpServletRequest request, RestTemplate rest) throws Exception {
        String address = request.getParameter("url");
        // ok: ssrf
        String host = new URL(address).getHost();
        URL url = new URL(address);
        // ruleid: ssrf
        url.openStream();
        // ruleid: ssrf
        java.net.URI.create(address).toURL().getContent();
        URL known = new URL(request.getParameter("known"));
        if (!HOSTS.contains(known.getHost())) {
            throw new IllegalArgumentException();
        }
        // ok: ssrf
        known.openStream();
        // ok: ssrf
        rest.getForObject(UriComponentsBuilder.fromHttpUrl("https://example.com").queryParam("a", address).toUriString(), String.class);
        // ruleid: ssrf
        new Retrofit.Builder().baseUrl(address);
    }

    String parsed(HttpServletRequest request) throws IOException {
        // ok: ssrf
        URL address = new URL(request.getParameter("address"));
        return address.getHost();
    }

    void checked(HttpServletRequest request) throws Exception {
        URL address = new URL(request.getParameter("address"));
        String host = address.getHost();
        if (!HOSTS.contains(host)) {
            throw new SecurityException();
        }
        // ok: ssrf
        address.openConnection();
        String text = request.getParameter("text");
        URI parsed = URI.create(text);
        if (!"www.example.org".equals(parsed.getHost())) {
            return;
        }
        // ok: ssrf
        new RestTemplate().getForObject(text, String.class);
        String other = request.getParameter("other");
        String otherHost = new URI(other).getHost();
        if (otherHost == null || !otherHost.endsWith(".example.org")) {
            return;
        }
        // ok: ssrf
        new RestTemplate().getForObject(other, String.class);
    }
}

class Targets {
    void call(HttpServletRequest request, Client client) {
        String given = request.getParameter("q");
        // ok: ssrf
        client.target("https://api.example.com").path("items").queryParam("q", given).request().get(String.class);
        // ruleid: ssrf
        client.target(given).path("items").request().get(String.class);
    }
}

class Documents {
    void make(@RequestBody String html, @RequestParam String url, OutputStream out) throws Exception {
        // ruleid: ssrf
        HtmlConverter.convertToPdf(html, out);
        // ruleid: ssrf
        new PdfRendererBuilder().withHtmlContent(html, null);
        // ruleid: ssrf
        Feign.builder().target(Api.class, url);
        // ok: ssrf
        HtmlConverter.convertToPdf("<p>fixed</p>", out);
        // ok: ssrf
        Feign.builder().target(Api.class, "https://api.shop.com");
    }
}

class OtherHelpers {
    void answer(FullHttpRequest request, HttpResponse response) {
        // ok: ssrf
        HttpUtil.setContentLength(response, request.content().readableBytes());
        // ruleid: ssrf
        HttpUtil.downloadString(request.headers().get("X-From"), "UTF-8");
    }
}

class Forests {
    void get(HttpServletRequest request) {
        // ruleid: ssrf
        Forest.get(request.getParameter("address")).execute();
        // ok: ssrf
        Forest.get("https://fixed.example/").addQuery("q", request.getParameter("q")).execute();
    }
}

class Tables {
    void get(HttpServletRequest request) throws IOException {
        Map<String, String> parts = Map.of("scheme", "https", "host", request.getParameter("host"));
        // ruleid: ssrf
        new URL(parts.get("scheme") + "://" + parts.get("host")).openStream();
        Map<String, String> hosts = Map.of("eu", "https://eu.example/", "us", "https://us.example/");
        // ok: ssrf
        new URL(hosts.get(request.getParameter("where"))).openStream();
    }
}

@Path("/hooks")
class Hooks {
    @POST
    public void add(Map<String, String> body) throws IOException {
        // ruleid: ssrf
        new URL(body.get("target")).openStream();
    }

    @POST
    public void counted(Map<String, Long> body) throws IOException {
        // ok: ssrf
        new URL("https://" + body.get("number")).openStream();
    }
}

class Settings {
    @Value("${weather.url}")
    private String base;

    void get(@RequestParam String city, @RequestParam String from) throws IOException {
        // ok: ssrf
        rest.getForObject(UriComponentsBuilder.fromHttpUrl(base).queryParam("city", city).toUriString(), String.class);
        // ok: ssrf
        rest.getForObject(UriComponentsBuilder.fromHttpUrl(base).pathSegment(city).build().toUri(), String.class);
        // ruleid: ssrf
        rest.getForObject(UriComponentsBuilder.fromHttpUrl(from).queryParam("city", city).toUriString(), String.class);
        // ruleid: ssrf
        rest.getForObject(UriComponentsBuilder.newInstance().scheme("https").host(city).build().toUri(), String.class);
        HttpUrl.Builder address = HttpUrl.parse(base).newBuilder();
        address.addQueryParameter("city", city);
        // ok: ssrf
        new URL(address.build().toString()).openStream();
    }

    Resource file(@RequestParam String name) throws IOException {
        Path path = resolve(name);
        // ok: ssrf
        return new UrlResource(path.toUri());
    }

    Resource address(@RequestParam String name) throws IOException {
        // ruleid: ssrf
        return new UrlResource(UriComponentsBuilder.fromUriString(name).build().toUri());
    }

    int port(HttpServletRequest request) throws Exception {
        // ok: ssrf
        URL address = new URL(request.getParameter("address"));
        return address.getPort();
    }

    Object picture(HttpServletRequest request) throws Exception {
        // ruleid: ssrf
        URL address = new URL(request.getParameter("address"));
        return ImageIO.read(address);
    }
}
