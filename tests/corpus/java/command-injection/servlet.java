package tools.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class PingServlet extends HttpServlet {
    private static final String PING = "/bin/ping";
    private static final Pattern HOST = Pattern.compile("[a-z0-9.]+");

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String host = request.getParameter("host");
        // ruleid: command-injection
        Runtime.getRuntime().exec("ping -c 1 " + host);
        Runtime runtime = Runtime.getRuntime();
        // ruleid: command-injection
        runtime.exec(host);
        // ruleid: command-injection
        runtime.exec(new String[] {"/bin/sh", "-c", "ping " + host});
        // ruleid: command-injection
        new ProcessBuilder("sh", "-c", "ping " + host).start();
        // ruleid: command-injection
        new ProcessBuilder(Arrays.asList("bash", "-c", "ping " + host)).start();
        String[] environment = {"PATH=/bin"};
        // ruleid: command-injection
        runtime.exec("ping " + host, environment);
        // ok: command-injection
        runtime.exec("ping -c 1 localhost");
        // ok: command-injection
        runtime.exec(new String[] {PING, "-c", "1", "localhost"});
        // ok: command-injection
        new ProcessBuilder("ls", "-l").start();
    }

    void list(HttpServletRequest request) throws IOException {
        String file = request.getParameter("file");
        List<String> command = new ArrayList<>();
        command.add("sh");
        command.add("-c");
        command.add("cat " + file);
        // ruleid: command-injection
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.start();
        ProcessBuilder other = new ProcessBuilder();
        // ruleid: command-injection
        other.command("sh", "-c", "cat " + file);
        other.start();
        ProcessBuilder third = new ProcessBuilder();
        List<String> constant = new ArrayList<>();
        constant.add("ls");
        constant.add("-l");
        // ok: command-injection
        third.command(constant);
    }

    void benchmark(HttpServletRequest request) throws IOException {
        String param = "";
        if (request.getHeader("X-Value") != null) {
            param = request.getHeader("X-Value");
        }
        param = java.net.URLDecoder.decode(param, "UTF-8");
        String bar = new String(java.util.Base64.getDecoder().decode(java.util.Base64.getEncoder().encode(param.getBytes())));
        String[] args = {"cmd.exe", "/c", "echo " + bar};
        // ruleid: command-injection
        Process process = Runtime.getRuntime().exec(args);
        String constant = "alsosafe";
        if (param != null) {
            List<String> values = new ArrayList<>();
            values.add("safe");
            values.add(param);
            values.add("moresafe");
            values.remove(0);
            constant = "x";
        }
        // ok: command-injection
        Runtime.getRuntime().exec("echo " + constant);
    }

    void chosen(HttpServletRequest request) throws IOException {
        String command;
        switch (request.getParameter("what")) {
            case "disk":
                command = "df";
                break;
            default:
                command = "uptime";
                break;
        }
        // ok: command-injection
        Runtime.getRuntime().exec(command);
        String tool = request.getParameter("tool");
        if (!tool.equals("df") && !tool.equals("uptime")) {
            throw new IllegalArgumentException();
        }
        // ok: command-injection
        Runtime.getRuntime().exec(tool);
        Map<String, String> tools = Map.of("disk", "df", "load", "uptime");
        // ok: command-injection
        Runtime.getRuntime().exec(tools.get(request.getParameter("name")));
        int count = Integer.parseInt(request.getParameter("count"));
        // ok: command-injection
        Runtime.getRuntime().exec("ping -c " + count + " localhost");
    }

    void checked(HttpServletRequest request) throws IOException {
        String host = request.getParameter("host");
        if (!host.matches("[a-z0-9.]+")) {
            throw new IllegalArgumentException("host");
        }
        // ok: command-injection
        Runtime.getRuntime().exec("ping " + host);
        String other = request.getParameter("other");
        if (HOST.matcher(other).matches()) {
            // ok: command-injection
            Runtime.getRuntime().exec("ping " + other);
        }
    }

    void environment(HttpServletRequest request) throws IOException {
        String param = request.getParameter("p");
        String[] env = {param};
        // ruleid: command-injection
        Runtime.getRuntime().exec("cmd", env);
    }
}

@RestController
class ToolController {
    @GetMapping("/run/{tool}")
    String run(@PathVariable String tool) throws Exception {
        // ruleid: command-injection
        Process process = Runtime.getRuntime().exec("/opt/tools/" + tool);
        return new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
    }

    @GetMapping("/convert")
    void convert(@RequestParam(defaultValue = "a.png") String file, @RequestParam int size) throws Exception {
        String command = String.format("convert %s -resize %d out.png", file, size);
        // ruleid: command-injection
        new ProcessBuilder("/bin/bash", "-c", command).inheritIO().start();
        // ok: command-injection
        new ProcessBuilder("/bin/bash", "-c", "convert in.png -resize " + size + " out.png").start();
        // ruleid: command-injection
        CommandLine line = CommandLine.parse("convert " + file);
        new DefaultExecutor().execute(line);
        // ok: command-injection
        new DefaultExecutor().execute(CommandLine.parse("convert in.png out.png"));
    }
}

class Library {
    void run(String command) throws IOException {
        // ruleid: command-injection
        Runtime.getRuntime().exec(command);
    }

    void grep(String word, String path) throws IOException {
        // ruleid: command-injection
        Runtime.getRuntime().exec("grep " + word + " " + path);
        // ruleid: command-injection
        Runtime.getRuntime().exec(String.format("grep %s %s", word, path));
        // ruleid: command-injection
        Runtime.getRuntime().exec(new String[] {"sh", "-c", "grep " + word});
    }

    void shell(String input) throws IOException {
        // ruleid: command-injection
        new ProcessBuilder("bash", "-c", input).start();
        ProcessBuilder builder = new ProcessBuilder();
        // ruleid: command-injection
        builder.command("cmd.exe", "/c", input);
        StringBuilder text = new StringBuilder();
        text.append("grep ");
        text.append(input);
        // ruleid: command-injection
        Runtime.getRuntime().exec(text.toString());
    }

    void main() throws IOException {
        String home = "/opt/app";
        // ok: command-injection
        Runtime.getRuntime().exec(home + "/bin/start");
        for (String name : new String[] {"a", "b"}) {
            // ok: command-injection
            Runtime.getRuntime().exec("start " + name);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> { }));
        loadLibrary("zip");
    }

    void loadLibrary(String name) {
        // ok: command-injection
        System.loadLibrary("zip");
        // ruleid: command-injection
        Runtime.getRuntime().loadLibrary(name);
    }
}
