package shop.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.commons.io.IOUtils;
import org.apache.http.client.fluent.Request.*;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jsoup.Jsoup;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

class FetchServlet extends HttpServlet {
    private static final Set<String> HOSTS = Set.of("api.shop.com", "cdn.shop.com");
    private CloseableHttpClient apache;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getParameter("url");
        URL url = new URL(address);
        // ruleid: ssrf
        InputStream direct = new URL(request.getParameter("image")).openStream();
        // ruleid: ssrf
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        // ok: ssrf
        new URL("https://api.shop.com/v1/orders").openStream();
        // ok: ssrf
        new URL("https://api.shop.com/v1/orders?id=" + Integer.parseInt(request.getParameter("id"))).openStream();
        // ruleid: ssrf
        apache.execute(new HttpGet(address));
        // ruleid: ssrf
        HttpPost post = new HttpPost("http://" + request.getParameter("host") + "/api");
        // ok: ssrf
        apache.execute(new HttpGet("https://api.shop.com/"));
        // ruleid: ssrf
        Socket socket = new Socket(request.getParameter("host"), 80);
        // ok: ssrf
        Socket fixed = new Socket("localhost", Integer.parseInt(request.getParameter("port")));
        // ruleid: ssrf
        IOUtils.toString(new URL(address).openStream(), "UTF-8");
        // ruleid: ssrf
        ImageIO.read(new URL(address));
        // ruleid: ssrf
        Jsoup.connect(address).get();
        // ok: ssrf
        Jsoup.connect("https://shop.com").get();
    }

    void modern(HttpServletRequest request) throws Exception {
        String target = request.getParameter("target");
        HttpClient client = HttpClient.newHttpClient();
        // ruleid: ssrf
        HttpRequest query = HttpRequest.newBuilder().uri(URI.create(target)).build();
        // ruleid: ssrf
        HttpRequest second = HttpRequest.newBuilder(new URI(target)).GET().build();
        // ok: ssrf
        HttpRequest constant = HttpRequest.newBuilder(URI.create("https://api.shop.com")).build();
        client.send(constant, HttpResponse.BodyHandlers.ofString());
    }

    void okhttp(HttpServletRequest request) throws Exception {
        OkHttpClient client = new OkHttpClient();
        // ruleid: ssrf
        Request built = new Request.Builder().url(request.getParameter("url")).build();
        // ok: ssrf
        Request fixed = new Request.Builder().url("https://api.shop.com/").build();
        client.newCall(built).execute();
        client.newCall(fixed).execute();
    }

    void allowed(HttpServletRequest request) throws Exception {
        String host = request.getParameter("host");
        if (!HOSTS.contains(host)) {
            throw new IllegalArgumentException("host");
        }
        // ok: ssrf
        new URL("https://" + host + "/status").openStream();
        String name = "b".equals(request.getParameter("env")) ? "staging" : "www";
        // ok: ssrf
        new URL("https://" + name + ".shop.com/").openStream();
    }
}

@RestController
class FetchController {
    private final RestTemplate restTemplate = new RestTemplate();
    private final WebClient webClient = WebClient.create();

    @GetMapping("/fetch")
    String fetch(@RequestParam String url) {
        // ruleid: ssrf
        return restTemplate.getForObject(url, String.class);
    }

    @GetMapping("/entity")
    Object entity(@RequestParam("host") String host, @RequestParam String id) {
        // ruleid: ssrf
        restTemplate.getForEntity("http://" + host + "/status", String.class);
        // ruleid: ssrf
        restTemplate.postForObject("https://" + host, null, String.class);
        // ruleid: ssrf
        restTemplate.exchange(host, org.springframework.http.HttpMethod.GET, null, String.class);
        // ok: ssrf
        return restTemplate.getForObject("https://api.shop.com/items/{id}", String.class, id);
    }

    @GetMapping("/reactive")
    Object reactive(@RequestParam String url, @RequestParam String id) {
        // ruleid: ssrf
        webClient.get().uri(url).retrieve().bodyToMono(String.class);
        // ruleid: ssrf
        WebClient.create(url).get();
        // ok: ssrf
        return webClient.get().uri("https://api.shop.com/items/{id}", id).retrieve();
    }

    @PostMapping("/hook")
    void hook(@RequestBody Hook hook) throws Exception {
        // ruleid: ssrf
        new URL(hook.getCallback()).openConnection().connect();
    }
}
