package bench;

import java.io.*;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.jar.*;
import java.util.zip.*;
import javax.servlet.http.*;
import org.apache.commons.compress.archivers.tar.*;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.FilenameUtils;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.UrlResource;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;

public class PathFiles extends HttpServlet {
    private static final String ROOT = "/srv/files/";
    private static final Path BASE = Paths.get("/srv/files");

    public void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String p = request.getParameter("file");
        // ruleid: path-traversal
        new FileInputStream(ROOT + p);
        // ruleid: path-traversal
        new FileOutputStream(ROOT + p, false);
        // ruleid: path-traversal
        new FileReader(new File(ROOT, p));
        // ruleid: path-traversal
        new FileWriter(ROOT + p);
        // ruleid: path-traversal
        new RandomAccessFile(p, "r");
        // ruleid: path-traversal
        new FileInputStream(new File(p));
        // ruleid: path-traversal
        new File(ROOT, p).delete();
        // ruleid: path-traversal
        new File(ROOT + p).mkdirs();
        // ruleid: path-traversal
        new PrintWriter(ROOT + p);
        // ruleid: path-traversal
        new Scanner(new File(ROOT + p));
        // ruleid: path-traversal
        Files.readAllBytes(Paths.get(ROOT, p));
        // ruleid: path-traversal
        Files.newInputStream(Paths.get(p));
        // ruleid: path-traversal
        Files.newBufferedReader(Path.of(ROOT + p));
        // ruleid: path-traversal
        Files.readString(BASE.resolve(p));
        // ruleid: path-traversal
        Files.write(BASE.resolve(p), "x".getBytes());
        // ruleid: path-traversal
        Files.copy(request.getInputStream(), BASE.resolve(p));
        // ruleid: path-traversal
        Files.delete(Paths.get(ROOT + p));
        // ruleid: path-traversal
        Files.lines(Paths.get(ROOT + p));
        // ruleid: path-traversal
        Files.createDirectories(BASE.resolve(p));
        // ruleid: path-traversal
        Files.list(Paths.get(p));
        // ruleid: path-traversal
        FileUtils.readFileToString(new File(ROOT + p), StandardCharsets.UTF_8);
        // ruleid: path-traversal
        FileUtils.writeStringToFile(new File(ROOT, p), "x", "UTF-8");
        // ruleid: path-traversal
        FileChannel.open(Paths.get(p));
        // ok: path-traversal
        new FileInputStream(ROOT + FilenameUtils.getName(p));
        // ok: path-traversal
        new FileInputStream(ROOT + new File(p).getName());
        // ok: path-traversal
        new FileInputStream(ROOT + Paths.get(p).getFileName());
        // ok: path-traversal
        new FileInputStream("/etc/app.conf");
        new File(ROOT + p).exists();
        // ok: path-traversal
        new FileInputStream(ROOT + Integer.parseInt(p) + ".txt");
        // ruleid: path-traversal
        getServletContext().getResourceAsStream("/WEB-INF/" + p);
        // ok: path-traversal
        getClass().getResourceAsStream("/static/x.css");
        // ruleid: path-traversal
        request.getRequestDispatcher("/WEB-INF/" + p).forward(null, null);
        // ok: path-traversal
        request.getRequestDispatcher("/WEB-INF/a.jsp");
        // ok: path-traversal
        File.createTempFile("x", ".tmp");
    }

    public void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String p = request.getParameter("file");
        Path t = BASE.resolve(p).normalize();
        if (!t.startsWith(BASE)) {
            throw new SecurityException("escapes");
        }
        // ok: path-traversal
        Files.readAllBytes(t);
        File f = new File(ROOT, p);
        if (!f.getCanonicalPath().startsWith(new File(ROOT).getCanonicalPath() + File.separator)) {
            response.sendError(403);
            return;
        }
        // ok: path-traversal
        new FileInputStream(f);
        String q = request.getParameter("q");
        if (q.contains("..") || q.contains("/") || q.contains("\\")) {
            response.sendError(400);
            return;
        }
        // ok: path-traversal
        new FileInputStream(ROOT + q);
        String w = request.getParameter("w");
        if (w.matches("[A-Za-z0-9_]+")) {
            // ok: path-traversal
            new FileInputStream(ROOT + w);
        }
        // ruleid: path-traversal
        new FileInputStream(ROOT + w);
        String k = request.getParameter("k");
        if ("a.txt".equals(k) || "b.txt".equals(k)) {
            // ok: path-traversal
            new FileInputStream(ROOT + k);
        }
        String v = request.getParameter("v");
        if (!v.startsWith("/srv/files/")) {
            return;
        }
        // ruleid: path-traversal
        new FileInputStream(v);
        Path checked = check(request.getParameter("c"));
        // ok: path-traversal
        Files.readAllBytes(checked);
        Path weak = BASE.resolve(request.getParameter("c")).normalize();
        // ruleid: path-traversal
        Files.readAllBytes(weak);
        Part part = request.getPart("up");
        // ruleid: path-traversal
        part.write(ROOT + part.getSubmittedFileName());
        // ok: path-traversal
        part.write(ROOT + UUID.randomUUID());
        Files.copy(part.getInputStream(), BASE.resolve(Paths.get(part.getSubmittedFileName()).getFileName()));
    }

    private Path check(String name) throws IOException {
        Path r = BASE.resolve(name).toRealPath();
        if (!r.startsWith(BASE)) {
            throw new IOException("escapes");
        }
        return r;
    }

    void unzip(File zip, File dest) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new FileInputStream(zip))) {
            ZipEntry e;
            while ((e = in.getNextEntry()) != null) {
                File out = new File(dest, e.getName());
                // ruleid: path-traversal
                try (FileOutputStream fo = new FileOutputStream(out)) {
                    in.transferTo(fo);
                }
            }
        }
    }

    void unzipSafe(File zip, File dest) throws IOException {
        try (ZipFile zf = new ZipFile(zip)) {
            Enumeration<? extends ZipEntry> es = zf.entries();
            while (es.hasMoreElements()) {
                ZipEntry e = es.nextElement();
                File out = new File(dest, e.getName());
                if (!out.toPath().normalize().startsWith(dest.toPath())) {
                    throw new IOException("bad entry");
                }
                // ok: path-traversal
                Files.copy(zf.getInputStream(e), out.toPath());
            }
        }
    }

    void unzipCanonical(ZipFile zf, File dest) throws IOException {
        for (ZipEntry e : Collections.list(zf.entries())) {
            File out = new File(dest, e.getName());
            String canonical = out.getCanonicalPath();
            if (!canonical.startsWith(dest.getCanonicalPath() + File.separator)) {
                throw new IOException("bad entry");
            }
            // ok: path-traversal
            new FileOutputStream(out);
        }
    }

    void unjar(JarFile jar, Path dest) throws IOException {
        Enumeration<JarEntry> es = jar.entries();
        while (es.hasMoreElements()) {
            JarEntry e = es.nextElement();
            // ruleid: path-traversal
            Files.copy(jar.getInputStream(e), dest.resolve(e.getName()));
        }
    }

    void untar(TarArchiveInputStream in, Path dest) throws IOException {
        TarArchiveEntry e;
        while ((e = in.getNextTarEntry()) != null) {
            Path out = dest.resolve(e.getName());
            Files.createDirectories(out.getParent());
            // ruleid: path-traversal
            Files.copy(in, out);
        }
    }

    void stream(ZipFile zf, Path dest) {
        zf.stream().forEach(e -> {
            try {
                // ruleid: path-traversal
                Files.copy(zf.getInputStream(e), dest.resolve(e.getName()));
            } catch (IOException x) {
                throw new UncheckedIOException(x);
            }
        });
    }
}

@RestController
class FileController {
    private final Path dir = Paths.get("uploads");

    @GetMapping("/f/{name}")
    FileSystemResource get(@PathVariable String name) {
        // ruleid: path-traversal
        return new FileSystemResource("uploads/" + name);
    }

    @GetMapping("/u")
    UrlResource url(@RequestParam String name) throws Exception {
        // ruleid: path-traversal
        return new UrlResource(dir.resolve(name).toUri());
    }

    @PostMapping("/up")
    void upload(@RequestParam MultipartFile file) throws IOException {
        // ruleid: path-traversal
        file.transferTo(new File("uploads/" + file.getOriginalFilename()));
        // ok: path-traversal
        file.transferTo(dir.resolve(FilenameUtils.getName(file.getOriginalFilename())));
        // ok: path-traversal
        file.transferTo(new File("uploads/" + UUID.randomUUID() + ".bin"));
        // ruleid: path-traversal
        Files.copy(file.getInputStream(), dir.resolve(file.getOriginalFilename()));
    }
}
