package shop.files;

import java.io.*;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.Part;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.fileupload.FileItem;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.FilenameUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.UrlResource;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;

class DownloadServlet extends HttpServlet {
    private static final String BASE = "/srv/files/";
    private static final Path ROOT = Paths.get("/srv/files");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("file");
        // ok: path-traversal
        File file = new File(BASE + name);
        // ok: path-traversal
        File child = new File("/srv/files", name);
        // ruleid: path-traversal
        InputStream input = new FileInputStream(BASE + name);
        // ruleid: path-traversal
        new FileOutputStream(BASE + name, true).write(1);
        // ruleid: path-traversal
        Reader reader = new FileReader(name);
        // ruleid: path-traversal
        Writer writer = new FileWriter(BASE + name);
        // ruleid: path-traversal
        RandomAccessFile random = new RandomAccessFile(name, "r");
        // ok: path-traversal
        Path path = Paths.get(BASE + name);
        // ok: path-traversal
        Path other = Path.of("/srv/files", name);
        // ok: path-traversal
        Path resolved = ROOT.resolve(name);
        // ruleid: path-traversal
        new PrintWriter(name).close();
        // ok: path-traversal
        new File("/srv/files/index.html");
        // ok: path-traversal
        Files.readAllBytes(ROOT.resolve("index.html"));
        // ok: path-traversal
        new FileInputStream(BASE + "index.html");
    }

    void cleaned(HttpServletRequest request) throws IOException {
        String name = FilenameUtils.getName(request.getParameter("file"));
        // ok: path-traversal
        new FileInputStream(BASE + name);
        String last = new File(request.getParameter("file")).getName();
        // ok: path-traversal
        new FileInputStream(new File(BASE, last));
        int number = Integer.parseInt(request.getParameter("page"));
        // ok: path-traversal
        new FileReader(BASE + number + ".txt");
        String plain = Paths.get(request.getParameter("file")).getFileName().toString();
        // ok: path-traversal
        new FileReader(BASE + plain);
    }

    void canonical(HttpServletRequest request) throws IOException {
        String name = request.getParameter("file");
        if (name.contains("..")) {
            throw new IllegalArgumentException("path");
        }
        // ok: path-traversal
        new FileReader(BASE + name);
    }

    void matched(HttpServletRequest request) throws IOException {
        String name = request.getParameter("file");
        if (!name.matches("[a-z]+\\.txt")) {
            return;
        }
        // ok: path-traversal
        new FileReader(BASE + name);
    }

    void unchecked(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getHeader("X-File");
        if (name != null) {
            name = java.net.URLDecoder.decode(name, "UTF-8");
            String full = BASE + name;
            // ruleid: path-traversal
            Files.copy(Paths.get(full), response.getOutputStream());
            // ruleid: path-traversal
            Files.readAllBytes(Paths.get(full));
            // ruleid: path-traversal
            Files.newBufferedReader(Path.of(full));
        }
        String constant = "readme.txt";
        // ok: path-traversal
        Files.readAllBytes(Paths.get(BASE, constant));
    }

    void dispatch(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String page = request.getParameter("page");
        // ruleid: path-traversal
        request.getRequestDispatcher("/WEB-INF/pages/" + page).forward(request, response);
        // ok: path-traversal
        request.getRequestDispatcher("/WEB-INF/pages/home.jsp").forward(request, response);
        // ruleid: path-traversal
        getServletContext().getResourceAsStream("/static/" + page);
    }

    void upload(HttpServletRequest request, FileItem item) throws Exception {
        Part part = request.getPart("file");
        // ruleid: path-traversal
        part.write("/srv/uploads/" + part.getSubmittedFileName());
        // ruleid: path-traversal
        item.write(new File("/srv/uploads", item.getName()));
        // ok: path-traversal
        part.write("/srv/uploads/" + java.util.UUID.randomUUID());
    }
}

@RestController
class FileController {
    @GetMapping("/files/{name}")
    byte[] read(@PathVariable String name) throws IOException {
        // ruleid: path-traversal
        return Files.readAllBytes(Paths.get("/srv/files/" + name));
    }

    @GetMapping("/resource")
    Object resource(@RequestParam String name) throws Exception {
        // ruleid: path-traversal
        new ClassPathResource("static/" + name);
        // ruleid: path-traversal
        new FileSystemResource("/srv/" + name);
        // ok: path-traversal
        return new FileSystemResource("/srv/logo.png");
    }

    @GetMapping("/text")
    String text(@RequestParam("name") String name) throws IOException {
        // ruleid: path-traversal
        return FileUtils.readFileToString(new File("/srv/text/" + name), "UTF-8");
    }

    @PostMapping("/upload")
    void upload(@RequestParam("file") MultipartFile file) throws IOException {
        // ruleid: path-traversal
        file.transferTo(new File("/srv/uploads/" + file.getOriginalFilename()));
        // ok: path-traversal
        file.transferTo(new File("/srv/uploads/upload.bin"));
    }

    @GetMapping("/number/{id}")
    byte[] number(@PathVariable int id) throws IOException {
        // ok: path-traversal
        return Files.readAllBytes(Paths.get("/srv/files/" + id));
    }

    @GetMapping("/contained/{name}")
    byte[] contained(@PathVariable String name) throws IOException {
        Path base = Paths.get("/srv/files").toAbsolutePath();
        Path target = base.resolve(name).normalize();
        if (!target.startsWith(base)) {
            throw new IOException("outside");
        }
        // ok: path-traversal
        return Files.readAllBytes(target);
    }
}

class Archives {
    void unzip(File archive, File directory) throws IOException {
        try (ZipFile zip = new ZipFile(archive)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                // ok: path-traversal
                File target = new File(directory, entry.getName());
                // ruleid: path-traversal
                Files.copy(zip.getInputStream(entry), directory.toPath().resolve(entry.getName()));
            }
        }
    }

    void stream(ZipInputStream input, Path directory) throws IOException {
        ZipEntry entry;
        while ((entry = input.getNextEntry()) != null) {
            String name = entry.getName();
            // ruleid: path-traversal
            try (OutputStream output = new FileOutputStream(directory + File.separator + name)) {
                input.transferTo(output);
            }
        }
    }

    void checked(ZipInputStream input, Path directory) throws IOException {
        ZipEntry entry;
        while ((entry = input.getNextEntry()) != null) {
            // ok: path-traversal
            Path target = directory.resolve(entry.getName()).normalize();
            if (!target.startsWith(directory)) {
                throw new IOException("Entry outside of the directory");
            }
            // ok: path-traversal
            Files.copy(input, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void tar(TarArchiveInputStream input, File directory) throws IOException {
        TarArchiveEntry entry;
        while ((entry = input.getNextTarEntry()) != null) {
            File target = new File(directory, entry.getName());
            // ruleid: path-traversal
            target.createNewFile();
        }
    }
}
