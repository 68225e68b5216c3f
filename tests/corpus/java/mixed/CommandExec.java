package bench;

import java.io.*;
import java.util.*;
import java.util.regex.Pattern;
import javax.servlet.http.*;
import javax.ws.rs.*;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import com.jcraft.jsch.ChannelExec;

public class CommandExec extends HttpServlet {
    private static final Map<String, String> TOOLS = Map.of("p", "/bin/ping", "t", "/bin/traceroute");
    private static final Pattern HOST = Pattern.compile("^[a-zA-Z0-9.-]{1,50}$");

    public void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String param = request.getParameter("cmd");
        Runtime r = Runtime.getRuntime();
        // ruleid: command-injection
        r.exec(param);
        // ruleid: command-injection
        Runtime.getRuntime().exec("ping " + param);
        // ruleid: command-injection
        Runtime.getRuntime().exec(new String[] {"sh", "-c", "ls " + param});
        // ok: command-injection
        Runtime.getRuntime().exec(new String[] {"ls", "-l"});
        // ok: command-injection
        Runtime.getRuntime().exec("ls -l");
        // ruleid: command-injection
        r.exec(param, null, new File("/tmp"));
        // ruleid: command-injection
        r.exec("ls", new String[] {"A=" + param});
        // ruleid: command-injection
        new ProcessBuilder(param).start();
        // ruleid: command-injection
        new ProcessBuilder("bash", "-c", param).start();
        // ok: command-injection
        new ProcessBuilder("ls", "-l").start();
        // ok: command-injection
        new ProcessBuilder("nslookup", "--", param).start();
        List<String> args = new ArrayList<>();
        args.add("sh");
        args.add("-c");
        args.add("echo " + param);
        // ruleid: command-injection
        new ProcessBuilder(args).start();
        ProcessBuilder pb = new ProcessBuilder();
        // ruleid: command-injection
        pb.command("sh", "-c", param);
        // ruleid: command-injection
        pb.command(Arrays.asList("cmd.exe", "/c", "dir " + param));
        // ok: command-injection
        pb.command("date");
        String[] argv = {"/bin/sh", "-c", "cat " + param};
        // ruleid: command-injection
        r.exec(argv);
        String osName = System.getProperty("os.name");
        String a1 = "";
        String a2 = "";
        if (osName.indexOf("Windows") != -1) {
            a1 = "cmd.exe";
            a2 = "/c";
        } else {
            a1 = "sh";
            a2 = "-c";
        }
        String[] more = {a1, a2, "echo " + param};
        ProcessBuilder pb2 = new ProcessBuilder(more);
        // ok: command-injection
        pb2.start();
        // ok: command-injection
        r.exec(osName.contains("Win") ? "cls" : "clear");
        String tool = TOOLS.get(param);
        // ok: command-injection
        r.exec(tool + " localhost");
        int port = Integer.parseInt(request.getParameter("port"));
        // ok: command-injection
        r.exec("netstat -p " + port);
        if (!HOST.matcher(param).matches()) {
            response.sendError(400);
            return;
        }
        // ok: command-injection
        r.exec("ping " + param);
    }

    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String p = request.getHeader("X-Cmd");
        String decoded = java.net.URLDecoder.decode(p, "UTF-8");
        // ruleid: command-injection
        Runtime.getRuntime().exec(decoded);
        StringBuffer buf = new StringBuffer();
        buf.append("git log ");
        buf.append(decoded);
        // ruleid: command-injection
        Runtime.getRuntime().exec(buf.toString());
        // ruleid: command-injection
        CommandLine line = CommandLine.parse("convert " + p);
        new DefaultExecutor().execute(line);
        CommandLine fixed = new CommandLine("convert");
        fixed.addArgument("a.png");
        // ok: command-injection
        new DefaultExecutor().execute(fixed);
        run("tar " + p);
        runFixed("tar");
        String chosen = p.equals("a") ? "ls" : "df";
        // ok: command-injection
        Runtime.getRuntime().exec(chosen);
        if (p.equals("who") || p.equals("date")) {
            // ok: command-injection
            Runtime.getRuntime().exec(p);
        }
        String[] parts = p.split(" ");
        // ruleid: command-injection
        Runtime.getRuntime().exec(parts);
        final String c = p;
        Runnable task = () -> {
            try {
                // ruleid: command-injection
                Runtime.getRuntime().exec(c);
            } catch (IOException e) {
                e.printStackTrace();
            }
        };
        task.run();
    }

    private Process run(String line) throws IOException {
        // ruleid: command-injection
        return Runtime.getRuntime().exec(line);
    }

    private Process runFixed(String line) throws IOException {
        // ok: command-injection
        return Runtime.getRuntime().exec(line);
    }

    void ssh(ChannelExec channel, HttpServletRequest req) {
        // ruleid: command-injection
        channel.setCommand("ls " + req.getParameter("d"));
        // ok: command-injection
        channel.setCommand("uptime");
    }

    public static void main(String[] args) throws IOException {
        // ok: command-injection
        new ProcessBuilder("java", "-version").start();
        // ok: command-injection
        Runtime.getRuntime().exec(System.getenv("EDITOR"));
    }
}

@Path("/exec")
class ExecResource {
    @GET
    @Path("{tool}")
    public String run(@PathParam("tool") String tool, @QueryParam("n") int n, @QueryParam("a") String a) throws IOException {
        // ruleid: command-injection
        Runtime.getRuntime().exec(tool);
        // ok: command-injection
        new ProcessBuilder("sh", "-c", "head -n " + n).start();
        // ruleid: command-injection
        new ProcessBuilder("sh", "-c", "head -n " + a).start();
        return "ok";
    }

    @POST
    public String form(@FormParam("x") String x, @HeaderParam("h") String h, @CookieParam("c") String c, @MatrixParam("m") String m) throws IOException {
        // ruleid: command-injection
        Runtime.getRuntime().exec(x);
        // ruleid: command-injection
        Runtime.getRuntime().exec(h);
        // ruleid: command-injection
        Runtime.getRuntime().exec(c);
        // ruleid: command-injection
        Runtime.getRuntime().exec(m);
        return "ok";
    }
}

@RestController
class ExecController {
    @GetMapping("/x")
    String x(@RequestParam String host, @RequestParam Integer count) throws IOException {
        // ruleid: command-injection
        Process p = new ProcessBuilder().command("sh", "-c", "ping " + host).start();
        // ok: command-injection
        Process q = new ProcessBuilder().command("ping", "-c", String.valueOf(count)).start();
        return p + "" + q;
    }
}
