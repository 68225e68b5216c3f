package shop;

import freemarker.template.Configuration;
import freemarker.template.Template;
import groovy.lang.GroovyShell;
import java.io.*;
import java.nio.file.*;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.*;
import java.util.function.*;
import java.util.regex.Pattern;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.Velocity;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
public class ShopOperations {
    private final RestTemplate rest = new RestTemplate();
    // ok: regex-dos
    private static final Pattern HOST = Pattern.compile("^[a-z0-9.-]{1,60}$");
    private static final Map<String, List<String>> TOOLS = Map.of("disk", List.of("df", "-h"));

    record Ping(String host, int count) { }

    @GetMapping("/ping")
    public void ping(@RequestParam String host, @RequestParam int count) throws IOException {
        Ping p = new Ping(host, count);
        // ruleid: command-injection
        Runtime.getRuntime().exec("ping -c 1 " + p.host());
        // ok: command-injection
        Runtime.getRuntime().exec("ping -c " + p.count() + " localhost");
        // ruleid: command-injection
        Runtime.getRuntime().exec(new String[] { "sh", "-c", "nslookup " + host });
        // ok: command-injection
        new ProcessBuilder("ping", "-c", "1", "--", host).start();
        List<String> argv = new ArrayList<>(List.of("bash", "-c"));
        argv.add("traceroute " + host);
        // ruleid: command-injection
        new ProcessBuilder(argv).start();
    }

    @GetMapping("/tool")
    public void tool(@RequestParam String t) throws IOException {
        List<String> argv = TOOLS.get(t);
        if (argv != null) {
            // ok: command-injection
            new ProcessBuilder(argv).start();
        }
    }

    @GetMapping("/dig")
    public void dig(@RequestParam String h) throws IOException {
        if (!HOST.matcher(h).matches()) {
            return;
        }
        // ok: command-injection
        Runtime.getRuntime().exec("dig " + h);
    }

    @PostMapping("/script")
    public Object script(@RequestBody String src) throws Exception {
        ScriptEngine js = new ScriptEngineManager().getEngineByName("js");
        // ruleid: code-injection
        Object a = js.eval(src);
        // ok: code-injection
        Object b = js.eval("1 + 1");
        // ruleid: code-injection
        Object c = new GroovyShell().evaluate(src);
        return Arrays.asList(a, b, c);
    }

    @GetMapping("/spel")
    public Object spel(@RequestParam String e) {
        SpelExpressionParser parser = new SpelExpressionParser();
        // ok: code-injection
        Object ok = parser.parseExpression("name.length()").getValue(new ShopOperations());
        // ruleid: code-injection
        return parser.parseExpression(e).getValue();
    }

    @GetMapping("/cls")
    public Object cls(@RequestParam String c) throws Exception {
        // ruleid: code-injection
        return Class.forName(c).getDeclaredConstructor().newInstance();
    }

    @PostMapping("/tpl")
    public String tpl(@RequestBody String src, @RequestParam String name) throws Exception {
        // ruleid: template-injection
        Template t = new Template("u", new StringReader(src), new Configuration(Configuration.VERSION_2_3_31));
        StringWriter w = new StringWriter();
        t.process(Map.of("name", name), w);
        VelocityContext vc = new VelocityContext();
        vc.put("name", name);
        // ruleid: template-injection
        Velocity.evaluate(vc, w, "u", src);
        // ok: template-injection
        Velocity.mergeTemplate("page.vm", "UTF-8", vc, w);
        return String.valueOf(w.toString().length());
    }

    @GetMapping("/get")
    public int get(@RequestParam String u, @RequestParam String id, CloseableHttpClient hc) throws IOException {
        // ruleid: ssrf
        int n = rest.getForObject(u, String.class).length();
        // ok: ssrf
        n += rest.getForObject("https://api.example.com/items/{id}", String.class, id).length();
        // ruleid: ssrf
        n += hc.execute(new HttpGet("http://" + u + "/status")).getStatusLine().getStatusCode();
        // ruleid: ssrf
        n += WebClient.create().get().uri(u).retrieve().bodyToMono(String.class).block().length();
        String fixed = UriComponentsBuilder.fromHttpUrl("https://api.example.com/s").queryParam("q", id).toUriString();
        // ok: ssrf
        n += rest.getForObject(fixed, String.class).length();
        return n;
    }

    private static void with(String v, Consumer<String> f) { f.accept(v); }

    @GetMapping("/lambda")
    public void lambda(@RequestParam String f) {
        // ruleid: path-traversal
        with(f, v -> new File("/srv/in/" + v).delete());
        // ok: path-traversal
        with("old.txt", v -> System.out.println(v.length()));
    }

    @GetMapping("/grep")
    public boolean grep(@RequestParam String re, @RequestParam String s) {
        // ruleid: regex-dos
        boolean a = Pattern.compile(re).matcher(s).find();
        // ok: regex-dos
        boolean b = Pattern.compile(Pattern.quote(re)).matcher(s).find();
        // ruleid: regex-dos
        boolean c = Pattern.matches("^(a+)+$", s);
        return a && b && c;
    }

    void temp(byte[] data) throws IOException {
        // ok: insecure-tempfile
        Path ok = Files.createTempFile("ops", ".bin");
        Files.write(ok, data);
        Path bad = Paths.get("/tmp/ops-state.bin");
        // ruleid: insecure-tempfile
        Files.write(bad, data);
    }

    void perms(Path p) throws IOException {
        // ruleid: file-permissions
        Files.setPosixFilePermissions(p, PosixFilePermissions.fromString("rwxrwxrwx"));
        // ok: file-permissions
        Files.setPosixFilePermissions(p, PosixFilePermissions.fromString("rw-------"));
    }

    @GetMapping("/over")
    public void over(@RequestParam String c) throws IOException {
        String cmd = c;
        cmd = "uptime";
        // ok: command-injection
        Runtime.getRuntime().exec(cmd);
        List<String> l = new ArrayList<>();
        l.add("uptime");
        l.add(c);
        // ok: command-injection
        Runtime.getRuntime().exec(l.get(0));
        // ruleid: command-injection
        Runtime.getRuntime().exec(l.get(1));
    }
}
