package bench;

import java.io.*;
import java.net.*;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.*;
import javax.servlet.http.*;
import javax.ws.rs.client.Client;
import javax.ws.rs.client.ClientBuilder;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.http.client.fluent.Request.*;
import org.apache.http.client.methods.*;
import org.apache.http.impl.client.*;
import org.jsoup.Jsoup;
import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import retrofit2.Retrofit;
import javax.imageio.ImageIO;

@RestController
public class SsrfClients {
    private final RestTemplate rest = new RestTemplate();
    private final HttpClient http = HttpClient.newHttpClient();
    private final OkHttpClient ok = new OkHttpClient();
    private static final Set<String> HOSTS = Set.of("api.example.com", "cdn.example.com");
    private static final String API = "https://api.example.com/v1/";

    @GetMapping("/urls")
    public void urls(@RequestParam String u, @RequestParam int id) throws Exception {
        // ruleid: ssrf
        new URL(u).openStream();
        // ruleid: ssrf
        new URL(u).openConnection();
        URL url = new URL("https://" + u);
        // ruleid: ssrf
        HttpURLConnection c = (HttpURLConnection) url.openConnection();
        c.getInputStream();
        // ok: ssrf
        new URL("https://api.example.com/").openStream();
        // ok: ssrf
        new URL(API + id).openStream();
        // ok: ssrf
        new URL(API + "?q=" + URLEncoder.encode(u, "UTF-8")).openStream();
        // ruleid: ssrf
        ImageIO.read(new URL(u));
        // ruleid: ssrf
        Jsoup.connect(u).get();
        // ok: ssrf
        Jsoup.connect("https://example.com").get();
        // ruleid: ssrf
        new URL("http", u, "/a").openStream();
        // ruleid: ssrf
        URI.create(u).toURL().getContent();
        // ruleid: ssrf
        new Socket(u, 80);
        // ok: ssrf
        new Socket("localhost", 80);
        // ruleid: ssrf
        new Socket().connect(new InetSocketAddress(u, 80));
        // ok: ssrf
        new URL(u).getHost();
    }

    @GetMapping("/clients")
    public void clients(@RequestParam String u, @RequestBody Hook hook) throws Exception {
        HttpRequest r = HttpRequest.newBuilder(URI.create(u)).build();
        // todoruleid: ssrf
        http.send(r, HttpResponse.BodyHandlers.ofString());
        HttpRequest r2 = HttpRequest.newBuilder().uri(new URI("https://" + u + "/x")).GET().build();
        // todoruleid: ssrf
        http.sendAsync(r2, HttpResponse.BodyHandlers.ofString());
        HttpRequest r3 = HttpRequest.newBuilder(URI.create("https://example.com/?a=" + u)).build();
        // ok: ssrf
        http.send(r3, HttpResponse.BodyHandlers.ofString());
        // ruleid: ssrf
        rest.getForObject(u, String.class);
        // ruleid: ssrf
        rest.getForEntity("https://" + u + "/api", String.class);
        // ruleid: ssrf
        rest.exchange(u, HttpMethod.GET, null, String.class);
        // ruleid: ssrf
        rest.postForObject(hook.getUrl(), hook, String.class);
        // ok: ssrf
        rest.getForObject("https://example.com/{id}", String.class, u);
        // ruleid: ssrf
        rest.put(u, null);
        // ruleid: ssrf
        rest.delete(u);
        // ok: ssrf
        rest.postForObject("https://example.com/x", u, String.class);
        // ruleid: ssrf
        rest.exchange(new RequestEntity<>(HttpMethod.GET, URI.create(u)), String.class);
        // ruleid: ssrf
        rest.headForHeaders(u);
        // ruleid: ssrf
        WebClient.create(u).get().retrieve();
        // ruleid: ssrf
        WebClient.create().get().uri(u).retrieve();
        // ok: ssrf
        WebClient.create("https://example.com").get().uri("/a/{id}", u).retrieve();
        // ruleid: ssrf
        WebClient.builder().baseUrl(u).build();
        Request q = new Request.Builder().url(u).build();
        // todoruleid: ssrf
        ok.newCall(q).execute();
        Request q2 = new Request.Builder().url("https://example.com").header("X", u).build();
        // ok: ssrf
        ok.newCall(q2).execute();
        CloseableHttpClient apache = HttpClients.createDefault();
        // ruleid: ssrf
        apache.execute(new HttpGet(u));
        HttpPost post = new HttpPost("https://" + u);
        // todoruleid: ssrf
        apache.execute(post);
        // ok: ssrf
        apache.execute(new HttpGet("https://example.com/"));
        HttpGet get = new HttpGet();
        // ruleid: ssrf
        get.setURI(URI.create(u));
        // ruleid: ssrf
        org.apache.http.client.fluent.Request.Get(u).execute();
        Client jax = ClientBuilder.newClient();
        // ruleid: ssrf
        jax.target(u).request().get();
        // ok: ssrf
        jax.target("https://example.com").path(u).request().get();
        // ruleid: ssrf
        new Retrofit.Builder().baseUrl(u).build();
        URI built = UriComponentsBuilder.fromHttpUrl("https://example.com").queryParam("a", u).build().toUri();
        // ok: ssrf
        rest.getForObject(built, String.class);
        URI built2 = UriComponentsBuilder.newInstance().scheme("https").host(u).build().toUri();
        // ruleid: ssrf
        rest.getForObject(built2, String.class);
    }

    @GetMapping("/checked")
    public String checked(@RequestParam String u) throws Exception {
        URL url = new URL(u);
        if (!HOSTS.contains(url.getHost())) {
            throw new IllegalArgumentException();
        }
        // ok: ssrf
        url.openStream();
        return "";
    }

    @GetMapping("/prefix")
    public String prefix(@RequestParam String u) throws Exception {
        if (!u.startsWith("https://api.example.com/")) {
            return "no";
        }
        // ok: ssrf
        return rest.getForObject(u, String.class);
    }

    @GetMapping("/equals")
    public String equality(@RequestParam String u) {
        if (u.equals("https://a.example.com/")) {
            // ok: ssrf
            return rest.getForObject(u, String.class);
        }
        String target = switch (u) {
            case "a" -> "https://a.example.com";
            default -> "https://b.example.com";
        };
        // ok: ssrf
        return rest.getForObject(target, String.class);
    }

    void fetch(HttpServletRequest req) throws IOException {
        get(req.getParameter("u"));
        get2("https://example.com");
        if (req.getParameter("u").startsWith("http")) {
            // ruleid: ssrf
            new URL(req.getParameter("u")).openStream();
        }
    }

    private InputStream get(String u) throws IOException {
        // ruleid: ssrf
        return new URL(u).openStream();
    }

    private InputStream get2(String u) throws IOException {
        // ok: ssrf
        return new URL(u).openStream();
    }

    static class Hook {
        private String url;
        public String getUrl() { return url; }
    }
}
