package org.sample;

import java.io.*;
import java.net.*;
import java.util.*;
import javax.servlet.http.*;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.*;
import org.apache.http.impl.client.*;
import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;

@RestController
class Proxy {
    @GetMapping("/p")
    String p(@RequestParam String url) throws Exception {
        URI uri = new URI(url);
        // ruleid: ssrf
        HttpGet get = new HttpGet(uri);
        HttpClient client = HttpClientBuilder.create().build();
        client.execute(get);
        // ruleid: ssrf
        HttpURLConnection c = (HttpURLConnection) new URL(url).openConnection();
        c.setRequestMethod("GET");
        RestTemplate rest = new RestTemplate();
        // ruleid: ssrf
        ResponseEntity<String> entity = rest.exchange(url, HttpMethod.GET, new HttpEntity<>(null), String.class);
        // ruleid: ssrf
        rest.getForObject(URI.create(url), String.class);
        if (!url.startsWith("https://api.partner.com/")) {
            throw new IllegalArgumentException();
        }
        // ok: ssrf
        return rest.getForObject(url, String.class);
    }

    @GetMapping("/h")
    void host(@RequestParam String target) throws Exception {
        URL parsed = URI.create("https://partner.com/" + target).toURL();
        // ok: ssrf
        parsed.openStream();
        String host = URI.create(target).getHost();
        if ("api.partner.com".equals(host)) {
            // ok: ssrf
            new URL("https://" + host + "/x").openStream();
        }
        List<String> hosts = List.of("a.com", "b.com");
        if (!hosts.contains(host)) {
            return;
        }
        // ok: ssrf
        new RestTemplate().getForObject("https://" + host + "/y", String.class);
    }

    @PostMapping("/w")
    void webhook(@RequestBody Map<String, String> body) throws Exception {
        String callback = body.get("callback");
        // ruleid: ssrf
        new RestTemplate().postForEntity(callback, "done", String.class);
        int port = Integer.parseInt(body.get("port"));
        // ok: ssrf
        new Socket("127.0.0.1", port);
    }
}
