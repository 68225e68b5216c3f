package org.sample;

import java.io.*;
import java.nio.file.*;
import java.util.*;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.util.StringUtils;

class Styles extends HttpServlet {
    private static final String DIR = "/data/";

    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String f = req.getParameter("f");
        // ok: path-traversal
        File file = new File(DIR + File.separator + f);
        // ruleid: path-traversal
        BufferedReader r = new BufferedReader(new FileReader("/data/" + f + ".txt"));
        // ruleid: path-traversal
        byte[] all = Files.readAllBytes(FileSystems.getDefault().getPath("/data", f));
        // ruleid: path-traversal
        Files.delete(Paths.get("/data", f));
        // ruleid: path-traversal
        Scanner scanner = new Scanner(new File(f));
        // ruleid: path-traversal
        String text = new String(Files.readAllBytes(Path.of(DIR).resolve(f)));
        // ok: path-traversal
        File fixed = new File(DIR + "fixed.txt");
        Map<String, String> known = Map.of("a", "a.txt");
        // ok: path-traversal
        File mapped = new File(DIR, known.get(f));
        if (!f.matches("[a-zA-Z0-9_]+")) {
            resp.sendError(400);
            return;
        }
        // ok: path-traversal
        File checked = new File(DIR + f);
    }

    private File inside(File base, String name) throws IOException {
        File file = new File(base, name);
        if (!file.getCanonicalPath().startsWith(base.getCanonicalPath())) {
            throw new IOException("outside");
        }
        return file;
    }

    void stripped(HttpServletRequest req) throws IOException {
        String name = req.getParameter("n");
        String base = name.substring(name.lastIndexOf('/') + 1);
        String safe = name.replaceAll("[^A-Za-z0-9.]", "_");
        // ok: path-traversal
        new FileInputStream(DIR + safe);
        if (name.contains("..") || name.contains("/")) {
            return;
        }
        // ok: path-traversal
        new FileInputStream(DIR + name);
    }

    void realPath(HttpServletRequest req) throws IOException {
        Path root = Paths.get(DIR).toRealPath();
        Path wanted = root.resolve(req.getParameter("p")).toRealPath();
        if (wanted.startsWith(root)) {
            // ok: path-traversal
            Files.readString(wanted);
        }
        String raw = req.getParameter("p");
        if (raw.startsWith(DIR)) {
            // ruleid: path-traversal
            Files.readString(Path.of(raw));
        }
    }
}

@Controller
class Uploads {
    @PostMapping("/up")
    String up(@RequestParam MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        // ok: path-traversal
        Path target = Paths.get("/up/").resolve(name);
        // ruleid: path-traversal
        FileOutputStream out = new FileOutputStream("/up/" + name);
        String extension = StringUtils.getFilenameExtension(name);
        // ok: path-traversal
        FileOutputStream safe = new FileOutputStream("/up/" + UUID.randomUUID() + "." + extension);
        return "ok";
    }

    @GetMapping("/dl")
    void dl(@RequestParam String id, HttpServletResponse resp) throws IOException {
        // ruleid: path-traversal
        try (InputStream in = new FileInputStream(new File("/dl", id))) {
            in.transferTo(resp.getOutputStream());
        }
        UUID key = UUID.fromString(id);
        // ok: path-traversal
        try (InputStream in = new FileInputStream("/dl/" + key)) {
            in.transferTo(resp.getOutputStream());
        }
    }
}
