package bench;

import java.io.*;
import java.net.*;
import java.net.http.*;
import java.util.*;
import okhttp3.*;
import org.apache.http.client.methods.*;
import org.apache.http.impl.client.*;
import org.apache.http.client.fluent.Request;
import org.jsoup.Jsoup;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.*;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.http.*;
import javax.imageio.ImageIO;
import javax.ws.rs.client.*;
import org.apache.commons.io.IOUtils;

@RestController
public class Addresses {
    private final RestTemplate rest = new RestTemplate();
    private final WebClient web = WebClient.create();
    private final WebClient base = WebClient.builder().baseUrl("https://api.example.com").build();
    private final RestClient rc = RestClient.create();
    private final OkHttpClient ok = new OkHttpClient();
    private static final Set<String> HOSTS = Set.of("a.example.com", "b.example.com");

    @GetMapping("/a")
    public Object a(@RequestParam String url, @RequestParam String id) throws Exception {
        // ruleid: ssrf
        new URL(url).openStream();
        URL u = new URL(url);
        // ruleid: ssrf
        HttpURLConnection c = (HttpURLConnection) u.openConnection();
        // ok: ssrf
        new URL("https://api.example.com/" + id).openStream();
        // ruleid: ssrf
        new URL("https://" + id + ".example.com/").openStream();
        // ruleid: ssrf
        URI.create(url).toURL().openStream();
        // ruleid: ssrf
        IOUtils.toString(new URL(url), "UTF-8");
        // ruleid: ssrf
        IOUtils.toByteArray(new URL(url));
        // ruleid: ssrf
        ImageIO.read(new URL(url));
        // ruleid: ssrf
        rest.getForObject(url, String.class);
        // ruleid: ssrf
        rest.getForEntity(url, String.class);
        // ruleid: ssrf
        rest.postForObject(url, "x", String.class);
        // ruleid: ssrf
        rest.exchange(url, HttpMethod.GET, null, String.class);
        // ok: ssrf
        rest.exchange("https://api.example.com/v1/{id}", HttpMethod.GET, null, String.class, id);
        // ok: ssrf
        rest.getForObject("https://api.example.com/v1/" + id, String.class);
        // ruleid: ssrf
        rest.execute(url, HttpMethod.GET, null, null);
        // ruleid: ssrf
        rest.headForHeaders(url);
        // ruleid: ssrf
        rest.put(url, null);
        // ruleid: ssrf
        rest.delete(url);
        // ruleid: ssrf
        web.get().uri(url).retrieve().bodyToMono(String.class).block();
        // ruleid: ssrf
        web.post().uri(URI.create(url)).bodyValue("x").retrieve();
        // ok: ssrf
        base.get().uri("/v1/{id}", id).retrieve();
        // ok: ssrf
        base.get().uri(b -> b.path("/v1").queryParam("id", id).build()).retrieve();
        // ruleid: ssrf
        WebClient.create(url).get().retrieve();
        // ruleid: ssrf
        WebClient.builder().baseUrl(url).build();
        // ruleid: ssrf
        rc.get().uri(url).retrieve().body(String.class);
        java.net.http.HttpClient hc = java.net.http.HttpClient.newHttpClient();
        // ruleid: ssrf
        hc.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        // ruleid: ssrf
        HttpRequest r2 = HttpRequest.newBuilder().uri(new URI(url)).GET().build();
        // ok: ssrf
        HttpRequest r3 = HttpRequest.newBuilder().uri(URI.create("https://api.example.com/v1?q=" + URLEncoder.encode(id, "UTF-8"))).build();
        // ruleid: ssrf
        ok.newCall(new okhttp3.Request.Builder().url(url).build()).execute();
        // ok: ssrf
        ok.newCall(new okhttp3.Request.Builder().url("https://api.example.com/").build()).execute();
        // ruleid: ssrf
        HttpGet g = new HttpGet(url);
        // ok: ssrf
        new HttpPost("https://api.example.com/x/" + id);
        // ruleid: ssrf
        Request.Get(url).execute();
        // ruleid: ssrf
        Jsoup.connect(url).get();
        // ruleid: ssrf
        Jsoup.parse(new URL(url), 1000);
        // ok: ssrf
        Jsoup.parse(url);
        // ruleid: ssrf
        new Socket(url, 80);
        // ruleid: ssrf
        ClientBuilder.newClient().target(url).request().get();
        // ok: ssrf
        ClientBuilder.newClient().target("https://api.example.com").path(id).request().get();
        // ruleid: ssrf
        java.nio.file.Files.copy(new URL(url).openStream(), java.nio.file.Paths.get("/srv/x"));
        // ruleid: ssrf
        org.apache.commons.io.FileUtils.copyURLToFile(new URL(url), new File("/srv/x"));
        InetAddress.getByName(url);
        return null;
    }

    @GetMapping("/b")
    public Object b(@RequestParam String url) throws Exception {
        URI u = URI.create(url);
        if (!HOSTS.contains(u.getHost())) {
            throw new IllegalArgumentException("host");
        }
        // ok: ssrf
        return rest.getForObject(u, String.class);
    }

    @GetMapping("/c")
    public Object c(@RequestParam String url) throws Exception {
        if (!url.startsWith("https://api.example.com/")) {
            return ResponseEntity.badRequest().build();
        }
        // ok: ssrf
        return rest.getForObject(url, String.class);
    }

    @GetMapping("/d")
    public Object d(@RequestParam String url) throws Exception {
        if (!url.startsWith("https://")) {
            return ResponseEntity.badRequest().build();
        }
        // ruleid: ssrf
        return rest.getForObject(url, String.class);
    }

    @PostMapping("/hook")
    public void hook(@RequestBody Hook hook) throws Exception {
        // ruleid: ssrf
        rest.postForEntity(hook.getCallback(), "x", String.class);
        // ok: ssrf
        rest.postForEntity("https://api.example.com/n/" + hook.getCount(), "x", String.class);
    }

    static class Hook {
        private String callback;
        private int count;
        public String getCallback() { return callback; }
        public int getCount() { return count; }
    }
}
