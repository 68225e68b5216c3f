import java.io.IOException;
import javax.servlet.http.HttpServletRequest;

class Ping {
    void ping(HttpServletRequest request) throws IOException {
        String host = request.getParameter("host");
        // ruleid: command-injection
        Runtime.getRuntime().exec("ping " + host);
        // ruleid: command-injection
        new ProcessBuilder("sh", "-c", "ping " + host).start();
        // ok: command-injection
        new ProcessBuilder("ping", "-c", "1", "localhost").start();
        if (host.matches("[a-z0-9.]+")) {
            // ok: command-injection
            Runtime.getRuntime().exec("ping " + host);
        }
    }

    void programs(@RequestParam String host) throws Exception {
        String[] fixed = {"ping", "-c", "1", host};
        // ok: command-injection
        Runtime.getRuntime().exec(fixed);
        String[] shell = {"sh", "-c", "ping " + host};
        // ruleid: command-injection
        Runtime.getRuntime().exec(shell);
        List<String> parts = new ArrayList<>();
        parts.add("ping");
        parts.add(host);
        // ok: command-injection
        new ProcessBuilder(parts).start();
        List<String> line = new ArrayList<>();
        line.add("bash");
        line.add("-c");
        line.add("ping " + host);
        // ruleid: command-injection
        new ProcessBuilder(line).start();
    }

    @POST
    public void form(MultivaluedMap<String, String> form) throws Exception {
        // ruleid: command-injection
        Runtime.getRuntime().exec("ls " + form.getFirst("folder"));
        // ok: command-injection
        Runtime.getRuntime().exec("ls " + Integer.parseInt(form.getFirst("folder")));
    }
}

class OtherHelpers {
    void run(@RequestParam String host) {
        // ruleid: command-injection
        RuntimeUtil.execForStr("ping " + host);
        // ruleid: command-injection
        RuntimeUtil.exec("sh", "-c", "ping " + host);
        // ok: command-injection
        RuntimeUtil.exec("ping", host);
    }
}

class Bots {
    void run(Update update, DockerClient docker) throws IOException {
        // ruleid: command-injection
        Runtime.getRuntime().exec("sh -c " + update.getMessage().getText());
        // ruleid: command-injection
        docker.execCreateCmd("box").withCmd("sh", "-c", "ls " + update.getMessage().getText()).exec();
        // ok: command-injection
        docker.execCreateCmd("box").withCmd("ls", "-l", update.getMessage().getText()).exec();
    }
}

class Kept {
    void run(HttpServletRequest request) throws IOException {
        String given = request.getParameter("given");
        Properties settings = new Properties();
        settings.setProperty("given", given);
        settings.setProperty("own", "uptime");
        // ok: command-injection
        Runtime.getRuntime().exec("sh -c " + settings.getProperty("own"));
        // ruleid: command-injection
        Runtime.getRuntime().exec("sh -c " + settings.getProperty("given"));
        // ruleid: command-injection
        Runtime.getRuntime().exec("sh -c " + Stream.of("uptime", given).filter(each -> each.length() > 6).findFirst().orElse("w"));
    }
}

class Units {
    void restart(HttpServletRequest request) throws IOException {
        JsonObject body = JsonParser.parseReader(request.getReader()).getAsJsonObject();
        // ruleid: command-injection
        Runtime.getRuntime().exec("sh -c restart " + body.get("unit").getAsString());
        // ok: command-injection
        Runtime.getRuntime().exec("sh -c restart " + body.get("number").getAsInt());
        // ok: command-injection
        Runtime.getRuntime().exec("sh -c restart " + new JSONObject(request.getParameter("job")).getLong("number"));
        // ruleid: command-injection
        Runtime.getRuntime().exec("sh -c restart " + new JSONObject(request.getParameter("job")).getString("number"));
    }

    void vertx(RoutingContext routing) throws Exception {
        // ruleid: command-injection
        new ProcessBuilder("sh", "-c", routing.body().asJsonObject().getString("name")).start();
        // ok: command-injection
        new ProcessBuilder("convert", routing.body().asJsonObject().getString("name")).start();
    }

    void micronaut(HttpRequest<?> request) throws Exception {
        // ruleid: command-injection
        new ProcessBuilder("sh", "-c", request.getParameters().get("name")).start();
        // ok: command-injection
        new ProcessBuilder("sh", "-c", "echo " + request.getParameters().size()).start();
    }
}
