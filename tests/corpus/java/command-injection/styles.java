package org.sample;

import java.io.*;
import java.net.Socket;
import java.util.*;
import javax.servlet.http.*;
import jakarta.ws.rs.*;
import org.springframework.kafka.annotation.KafkaListener;

class Styles extends HttpServlet {
    public void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String cmd = req.getParameter("cmd");
        Process p;
        // ruleid: command-injection
        p = Runtime.getRuntime().exec(cmd);
        if (System.getProperty("os.name").contains("Windows")) {
            // ruleid: command-injection
            p = Runtime.getRuntime().exec("cmd.exe /C dir " + cmd);
        }
        String[] command = new String[3];
        command[0] = "sh";
        command[1] = "-c";
        command[2] = "ls " + cmd;
        // ruleid: command-injection
        Runtime.getRuntime().exec(command);
        ProcessBuilder pb = new ProcessBuilder();
        List<String> list = new LinkedList<>();
        list.add("bash");
        list.add("-c");
        list.add(cmd);
        // ruleid: command-injection
        pb.command(list);
        pb.start();
        // ok: command-injection
        new ProcessBuilder("tar", "-czf", "out.tgz", "data").start();
        // ok: command-injection
        new ProcessBuilder(Arrays.asList("git", "log", "--", cmd)).start();
        // ok: command-injection
        Runtime.getRuntime().exec(new String[] {"/usr/bin/id", cmd});
    }

    void socket(Socket socket) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        String data = reader.readLine();
        // ruleid: command-injection
        Runtime.getRuntime().exec("/bin/sh -c " + data);
    }

    void environment() throws IOException {
        String tool = System.getenv("TOOL");
        // ruleid: command-injection
        Runtime.getRuntime().exec(tool + " --version");
    }

    public static void main(String[] args) throws IOException {
        // ruleid: command-injection
        Runtime.getRuntime().exec("echo " + args[0]);
        // ok: command-injection
        Runtime.getRuntime().exec("echo hello");
    }

    @KafkaListener(topics = "jobs")
    void listen(String message) throws IOException {
        // ruleid: command-injection
        Runtime.getRuntime().exec(message);
    }

    private static final Map<String, String> ALLOWED = Map.of("date", "date", "who", "who");
    private static final List<String> NAMES = Arrays.asList("a", "b");

    void allowed(HttpServletRequest req) throws IOException {
        String name = req.getParameter("n");
        if (NAMES.contains(name)) {
            // ok: command-injection
            Runtime.getRuntime().exec("start " + name);
        }
        String real = ALLOWED.get(name);
        if (real != null) {
            // ok: command-injection
            Runtime.getRuntime().exec(real);
        }
        if ("date".equals(name)) {
            // ok: command-injection
            Runtime.getRuntime().exec(name);
        } else {
            // ruleid: command-injection
            Runtime.getRuntime().exec(name);
        }
        switch (name) {
            case "up":
                // ok: command-injection
                Runtime.getRuntime().exec("uptime");
                break;
            default:
                throw new IllegalArgumentException();
        }
    }

    void run(Holder holder, HttpServletRequest req) throws IOException {
        holder.value = req.getParameter("x");
        execute(holder.value);
    }

    private void execute(String line) throws IOException {
        // ruleid: command-injection
        Runtime.getRuntime().exec(line);
    }

    static class Holder {
        String value;
    }
}

@Path("/run")
class Run {
    @POST
    public String run(String body) throws IOException {
        // ruleid: command-injection
        new ProcessBuilder("/bin/sh", "-c", body).start();
        return "ok";
    }

    @GET
    @Path("/{n}")
    public String number(@PathParam("n") int n) throws IOException {
        // ok: command-injection
        Runtime.getRuntime().exec("kill -9 " + n);
        return "ok";
    }
}
