import java.io.IOException;
import javax.servlet.http.HttpServletRequest;

class Ping {
    void ping(HttpServletRequest request) throws IOException {
        String host = request.getParameter("host");
        // ruleid: java-command-request-value
        Runtime.getRuntime().exec("ping " + host);
        // ruleid: java-command-request-value
        new ProcessBuilder("sh", "-c", "ping " + host).start();
        // ok: java-command-request-value
        new ProcessBuilder("ping", "-c", "1", "localhost").start();
        if (host.matches("[a-z0-9.]+")) {
            // ok: java-command-request-value
            Runtime.getRuntime().exec("ping " + host);
        }
    }

    void programs(@RequestParam String host) throws Exception {
        String[] fixed = {"ping", "-c", "1", host};
        // ok: java-command-request-value
        Runtime.getRuntime().exec(fixed);
        String[] shell = {"sh", "-c", "ping " + host};
        // ruleid: java-command-request-value
        Runtime.getRuntime().exec(shell);
        List<String> parts = new ArrayList<>();
        parts.add("ping");
        parts.add(host);
        // ok: java-command-request-value
        new ProcessBuilder(parts).start();
        List<String> line = new ArrayList<>();
        line.add("bash");
        line.add("-c");
        line.add("ping " + host);
        // ruleid: java-command-request-value
        new ProcessBuilder(line).start();
    }

    @POST
    public void form(MultivaluedMap<String, String> form) throws Exception {
        // ruleid: java-command-request-value
        Runtime.getRuntime().exec("ls " + form.getFirst("folder"));
        // ok: java-command-request-value
        Runtime.getRuntime().exec("ls " + Integer.parseInt(form.getFirst("folder")));
    }
}

class OtherHelpers {
    void run(@RequestParam String host) {
        // ruleid: java-command-request-value
        RuntimeUtil.execForStr("ping " + host);
        // ruleid: java-command-request-value
        RuntimeUtil.exec("sh", "-c", "ping " + host);
        // ok: java-command-request-value
        RuntimeUtil.exec("ping", host);
    }
}

class Bots {
    void run(Update update, DockerClient docker) throws IOException {
        // ruleid: java-command-request-value
        Runtime.getRuntime().exec("sh -c " + update.getMessage().getText());
        // ruleid: java-command-request-value
        docker.execCreateCmd("box").withCmd("sh", "-c", "ls " + update.getMessage().getText()).exec();
        // ok: java-command-request-value
        docker.execCreateCmd("box").withCmd("ls", "-l", update.getMessage().getText()).exec();
    }
}

class Kept {
    void run(HttpServletRequest request) throws IOException {
        String given = request.getParameter("given");
        Properties settings = new Properties();
        settings.setProperty("given", given);
        settings.setProperty("own", "uptime");
        // ok: java-command-request-value
        Runtime.getRuntime().exec("sh -c " + settings.getProperty("own"));
        // ruleid: java-command-request-value
        Runtime.getRuntime().exec("sh -c " + settings.getProperty("given"));
        // ruleid: java-command-request-value
        Runtime.getRuntime().exec("sh -c " + Stream.of("uptime", given).filter(each -> each.length() > 6).findFirst().orElse("w"));
    }
}

class Units {
    void restart(HttpServletRequest request) throws IOException {
        JsonObject body = JsonParser.parseReader(request.getReader()).getAsJsonObject();
        // ruleid: java-command-request-value
        Runtime.getRuntime().exec("sh -c restart " + body.get("unit").getAsString());
        // ok: java-command-request-value
        Runtime.getRuntime().exec("sh -c restart " + body.get("number").getAsInt());
        // ok: java-command-request-value
        Runtime.getRuntime().exec("sh -c restart " + new JSONObject(request.getParameter("job")).getLong("number"));
        // ruleid: java-command-request-value
        Runtime.getRuntime().exec("sh -c restart " + new JSONObject(request.getParameter("job")).getString("number"));
    }
}
