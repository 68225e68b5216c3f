import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.servlet.http.HttpServletRequest;

class Download {
    void get(HttpServletRequest request, File folder, Path root) throws IOException {
        String name = request.getParameter("name");
        // ok: path-traversal
        new File(folder, name);
        // ruleid: path-traversal
        new File(folder, name).delete();
        // ruleid: path-traversal
        Files.readAllBytes(Paths.get("/srv/" + name));
        // ok: path-traversal
        new File(folder, "index.html");
        // ok: path-traversal
        new File(folder, new File(name).getName());
    }

    void checked(HttpServletRequest request, Path root) throws IOException {
        Path file = root.resolve(request.getParameter("name")).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("outside");
        }
        // ok: path-traversal
        Files.readAllBytes(file);
    }

    void upload(@RequestParam MultipartFile file, HttpServletRequest request) throws IOException {
        // ok: path-traversal
        Files.copy(file.getInputStream(), UPLOADS.resolve(UUID.randomUUID() + ".bin"));
        // ruleid: path-traversal
        Files.copy(file.getInputStream(), UPLOADS.resolve(file.getOriginalFilename()));
        // ruleid: path-traversal
        new PathResource("/srv/" + request.getParameter("page"));
        // ok: path-traversal
        Files.readString(UPLOADS.resolve(request.getParameter("page").replaceAll("[^a-z0-9]", "") + ".txt"));
    }

    void vertx(RoutingContext context) {
        // ruleid: path-traversal
        context.response().sendFile("/srv/" + context.request().getParam("name"));
        // ok: path-traversal
        context.response().sendFile("/srv/index.html");
    }

    void stored(HttpServletRequest request) throws IOException {
        Report report = reports.findById(request.getParameter("id"));
        // ok: path-traversal
        Files.readString(Path.of("/srv/reports", report.getFile()));
        // ruleid: path-traversal
        Files.readString(Path.of("/srv/reports", request.getParameter("id")));
    }

    void canonical(HttpServletRequest request, File folder) throws IOException {
        // ok: path-traversal
        File file = new File(folder, request.getParameter("name")).getCanonicalFile();
        if (!file.toPath().startsWith(folder.toPath())) {
            throw new IOException("outside");
        }
        // ok: path-traversal
        new FileInputStream(file);
        String id = request.getParameter("id");
        if (!id.chars().allMatch(Character::isLetterOrDigit)) {
            return;
        }
        // ok: path-traversal
        new FileInputStream("/srv/" + id);
        // ruleid: path-traversal
        new FileInputStream("/srv/" + request.getParameter("id"));
        String word = request.getParameter("word");
        if (word.chars().anyMatch(c -> !Character.isLetterOrDigit(c))) {
            return;
        }
        // ok: path-traversal
        new FileInputStream("/srv/" + word);
        String other = request.getParameter("other");
        if (other.chars().anyMatch(c -> Character.isLetterOrDigit(c))) {
            // ruleid: path-traversal
            new FileInputStream("/srv/" + other);
        }
    }
}

class Pages {
    void forward(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ok: path-traversal
        String real = getServletContext().getRealPath(request.getServletPath());
        // ruleid: path-traversal
        new File("pages", request.getParameter("page")).list();
    }
}

class Decoded {
    void open(HttpServletRequest request) throws Exception {
        String id = request.getParameter("id");
        String again = new String(Base64.getDecoder().decode(Base64.getEncoder().encodeToString(id.getBytes())));
        // ruleid: path-traversal
        new FileInputStream("/srv/" + again);
        // ok: path-traversal
        new FileInputStream("/srv/" + Base64.getUrlEncoder().encodeToString(id.getBytes()));
        // ruleid: path-traversal
        ResourceUtils.getFile("file:/srv/" + id);
        // ok: path-traversal
        ResourceUtils.getFile("classpath:orders.json");
        // ruleid: path-traversal
        FileChannel.open(Paths.get("/srv", id));
        // ruleid: path-traversal
        new FileDataSource("/srv/" + id);
    }
}

class Wrapped {
    void open(HttpServletRequest request) throws Exception {
        Values values = new Values(request);
        // ruleid: path-traversal
        new File("pages", values.parameterOf("page")).mkdirs();
        // ok: path-traversal
        new File("pages", values.fixedValue("page")).mkdirs();
    }
}

class Promises {
    void resolve(Promise promise, HttpServletRequest request) {
        // ok: path-traversal
        promise.resolve(request.getParameter("name"));
    }
}

class OtherServers extends WebPage {
    OtherServers(PageParameters parameters) throws IOException {
        // ruleid: path-traversal
        new FileInputStream("/srv/" + parameters.get("file").toString());
        // ok: path-traversal
        new FileInputStream("/srv/" + parameters.get("id").toInt());
    }

    void netty(FullHttpRequest request) throws IOException {
        QueryStringDecoder decoder = new QueryStringDecoder(request.uri());
        // ruleid: path-traversal
        new FileInputStream("/srv/" + decoder.parameters().get("file").get(0));
    }

    void jooby(Context ctx) throws IOException {
        // ruleid: path-traversal
        new FileInputStream("/srv/" + ctx.path("name").value());
        // ok: path-traversal
        new FileInputStream("/srv/" + ctx.path("id").intValue());
    }

    void archive(@RequestParam String name) {
        // ruleid: path-traversal
        Junrar.extract("/srv/" + name, "/srv/out");
    }
}

class Dots {
    String clean(String uri) {
        if (uri.contains(File.separator + '.') || uri.contains('.' + File.separator)) {
            return null;
        }
        return uri;
    }

    void read(HttpServletRequest request) throws IOException {
        // ok: path-traversal
        new FileInputStream("/srv/" + clean(request.getParameter("file")));
    }
}

class Archives extends Controller {
    void unpack(HttpServletRequest request, UploadedFile file) throws Exception {
        // ruleid: path-traversal
        new ZipFile("/srv/archive.zip").extractAll("/srv/out/" + request.getParameter("folder"));
        // ok: path-traversal
        new ZipFile("/srv/archive.zip").extractAll("/srv/out");
        // ruleid: path-traversal
        FileUtil.streamToFile(file.content(), "/srv/uploads/" + file.filename());
        // ok: path-traversal
        FileUtil.streamToFile(file.content(), "/srv/uploads/" + UUID.randomUUID());
        // ruleid: path-traversal
        renderFile("/files/" + getPara("name"));
    }
}

class Promises extends Activity {
    void settle(HttpServletRequest request) {
        // ok: path-traversal
        promiseTable.get(1).resolve(request.getParameter("a"));
        // ruleid: path-traversal
        Files.list(folders.get(1).resolve(request.getParameter("a")));
    }
}

class Uploads {
    void store(@RestForm("file") FileUpload file) throws IOException {
        // ok: path-traversal
        Files.copy(file.uploadedFile(), Path.of("/srv/uploads", UUID.randomUUID().toString()));
        // ruleid: path-traversal
        Files.copy(file.uploadedFile(), Path.of("/srv/uploads", file.fileName()));
    }
}

class Temporary {
    void keep(HttpServletRequest request) throws IOException {
        File copy = File.createTempFile(request.getParameter("name"), ".tmp");
        // ok: path-traversal
        new FileOutputStream(copy);
        // ruleid: path-traversal
        new FileOutputStream(request.getParameter("name"));
    }
}

class Made {
    String named(HttpServletRequest request) {
        // ok: path-traversal
        Path path = Paths.get("/srv", request.getParameter("name"));
        return path.toString();
    }

    URI address(HttpServletRequest request) {
        // ok: path-traversal
        return URI.create("https://shop.example/").resolve(request.getParameter("next"));
    }

    Response opened(HttpServletRequest request) {
        File file = new File("/srv", request.getParameter("name"));
        // ruleid: path-traversal
        return Response.ok(file).build();
    }

    void given(HttpServletRequest request) throws IOException {
        remove(Path.of("/srv", request.getParameter("name")));
    }

    private void remove(Path path) throws IOException {
        // ruleid: path-traversal
        Files.delete(path);
    }

    Object library(HttpServletRequest request, ObjectMapper mapper) throws IOException {
        File file = new File("/srv", request.getParameter("name"));
        // ruleid: path-traversal
        Object read = mapper.readValue(file, Order.class);
        // ruleid: path-traversal
        new java.util.Scanner(file);
        // ruleid: path-traversal
        file.toPath().toFile().deleteOnExit();
        // ok: path-traversal
        return file.getName();
    }
}

class Streams {
    void copy(@RequestParam MultipartFile file, HttpServletRequest request) throws IOException {
        InputStream body = new ByteArrayInputStream(request.getParameter("text").getBytes());
        // ok: path-traversal
        Files.copy(body, Path.of("/srv/text"));
        // ok: path-traversal
        FileUtils.copyInputStreamToFile(file.getInputStream(), new File("/srv/sent"));
        StringWriter text = new StringWriter();
        text.write(request.getParameter("text"));
        // ok: path-traversal
        new PrintWriter(text);
    }
}

class Canonical {
    void checked(HttpServletRequest request) throws IOException {
        File folder = new File("/srv/sent").getCanonicalFile();
        File file = new File(folder, request.getParameter("name")).getCanonicalFile();
        // ruleid: path-traversal
        new FileInputStream(file);
        if (!file.getPath().startsWith(folder.getPath() + File.separator)) throw new IOException("name");
        // ok: path-traversal
        new FileInputStream(file);
    }

    void otherwise(HttpServletRequest request) throws IOException {
        File first = new File("/srv", request.getParameter("first")).getCanonicalFile();
        if (!first.toString().startsWith("/srv/")) return;
        // ok: path-traversal
        new FileInputStream(first);
        File second = new File("/srv", request.getParameter("second")).getCanonicalFile();
        if (!second.getAbsolutePath().startsWith("/srv/")) return;
        // ok: path-traversal
        new FileInputStream(second);
        File third = new File("/srv", request.getParameter("third")).getCanonicalFile();
        if (!third.getParentFile().equals(new File("/srv"))) return;
        // ok: path-traversal
        new FileInputStream(third);
        Path fourth = Path.of("/srv", request.getParameter("fourth")).normalize();
        if (!fourth.toString().startsWith("/srv/")) return;
        // ok: path-traversal
        Files.readString(fourth);
        // Nothing is resolved, so that `..` is still in it.
        File last = new File("/srv", request.getParameter("last"));
        if (!last.getPath().startsWith("/srv/")) return;
        // ruleid: path-traversal
        new FileInputStream(last);
    }
}

class Peers {
    void log(InetAddress peer, Socket socket) throws IOException {
        // ruleid: path-traversal
        new FileOutputStream("/srv/peers/" + peer.getHostName());
        // ruleid: path-traversal
        new FileOutputStream("/srv/peers/" + socket.getInetAddress().getCanonicalHostName());
        // ok: path-traversal
        new FileOutputStream("/srv/peers/" + peer.getHostAddress());
        InetAddress self = InetAddress.getLocalHost();
        // ok: path-traversal
        new FileOutputStream("/srv/peers/" + self.getHostName());
    }
}
