package bench;

import java.io.*;
import java.nio.file.*;
import java.util.zip.*;
import javax.servlet.http.*;
import org.apache.commons.io.*;
import org.springframework.core.io.*;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;

@RestController
public class PathsAndFiles {
    private static final Path BASE = Paths.get("/srv/data").toAbsolutePath().normalize();

    @GetMapping("/a")
    public Object a(@RequestParam String name, HttpServletRequest req) throws Exception {
        // ruleid: path-traversal
        new FileInputStream("/srv/" + name);
        // ruleid: path-traversal
        new FileInputStream(new File("/srv", name));
        // ruleid: path-traversal
        new FileReader("/srv/" + name);
        // ruleid: path-traversal
        new File("/srv/" + name).delete();
        // ruleid: path-traversal
        Files.readAllBytes(Paths.get("/srv/" + name));
        // ruleid: path-traversal
        Files.readString(Path.of("/srv", name));
        // ruleid: path-traversal
        Files.newInputStream(BASE.resolve(name));
        // ruleid: path-traversal
        Files.lines(BASE.resolve(name));
        // ruleid: path-traversal
        Files.deleteIfExists(BASE.resolve(name));
        // ruleid: path-traversal
        FileUtils.readFileToString(new File("/srv/" + name), "UTF-8");
        // ruleid: path-traversal
        FileUtils.openInputStream(new File("/srv/" + name));
        // ruleid: path-traversal
        new FileSystemResource("/srv/" + name);
        // ruleid: path-traversal
        new UrlResource("file:/srv/" + name);
        // ruleid: path-traversal
        new PathResource("/srv/" + name);
        // ruleid: path-traversal
        new RandomAccessFile("/srv/" + name, "r");
        // ruleid: path-traversal
        new FileWriter("/srv/" + name);
        // ruleid: path-traversal
        new PrintWriter("/srv/" + name);
        // ruleid: path-traversal
        new java.util.Scanner(new File("/srv/" + name));
        // ruleid: path-traversal
        getClass().getResourceAsStream("/static/" + name);
        // ruleid: path-traversal
        req.getServletContext().getResourceAsStream("/WEB-INF/" + name);
        // ruleid: path-traversal
        req.getRequestDispatcher("/WEB-INF/" + name).forward(req, null);
        // ok: path-traversal
        FileSystems.getDefault().getPath("/srv", name);
        // ok: path-traversal
        new FileInputStream("/srv/" + new File(name).getName());
        // ok: path-traversal
        new FileInputStream("/srv/" + FilenameUtils.getName(name));
        // ok: path-traversal
        new FileInputStream("/srv/" + Paths.get(name).getFileName());
        // ok: path-traversal
        new FileInputStream("/srv/" + Integer.parseInt(name));
        // ruleid: path-traversal
        ResponseEntityHolder.body(new InputStreamResource(new FileInputStream("/srv/" + name)));
        return null;
    }

    @GetMapping("/b")
    public byte[] b(@RequestParam String name) throws Exception {
        Path p = BASE.resolve(name).normalize();
        if (!p.startsWith(BASE)) {
            throw new SecurityException();
        }
        // ok: path-traversal
        return Files.readAllBytes(p);
    }

    @GetMapping("/c")
    public byte[] c(@RequestParam String name) throws Exception {
        File f = new File("/srv/data", name);
        if (!f.getCanonicalPath().startsWith("/srv/data/")) {
            throw new SecurityException();
        }
        // ok: path-traversal
        return Files.readAllBytes(f.toPath());
    }

    @GetMapping("/d")
    public byte[] d(@RequestParam String name) throws Exception {
        if (name.contains("..") || name.contains("/") || name.contains("\\")) {
            throw new SecurityException();
        }
        // ok: path-traversal
        return Files.readAllBytes(Paths.get("/srv/data", name));
    }

    @PostMapping("/up")
    public void up(@RequestParam MultipartFile file) throws Exception {
        // ruleid: path-traversal
        file.transferTo(new File("/srv/up/" + file.getOriginalFilename()));
        // ruleid: path-traversal
        Files.copy(file.getInputStream(), BASE.resolve(file.getOriginalFilename()));
        String clean = StringUtils.cleanPath(file.getOriginalFilename());
        // ok: path-traversal
        Files.copy(file.getInputStream(), BASE.resolve(java.util.UUID.randomUUID() + ".bin"));
        String ext = FilenameUtils.getExtension(file.getOriginalFilename());
        // ok: path-traversal
        file.transferTo(new File("/srv/up/" + java.util.UUID.randomUUID() + "." + ext));
    }

    public void part(HttpServletRequest req) throws Exception {
        Part part = req.getPart("file");
        // ruleid: path-traversal
        part.write("/srv/up/" + part.getSubmittedFileName());
        // ok: path-traversal
        part.write("/srv/up/" + Paths.get(part.getSubmittedFileName()).getFileName());
    }

    public void unzip(InputStream in, File dest) throws IOException {
        ZipInputStream zis = new ZipInputStream(in);
        ZipEntry e;
        while ((e = zis.getNextEntry()) != null) {
            File out = new File(dest, e.getName());
            // ruleid: path-traversal
            Files.copy(zis, out.toPath());
        }
    }

    public void unzip2(InputStream in, Path dest) throws IOException {
        ZipInputStream zis = new ZipInputStream(in);
        ZipEntry e;
        while ((e = zis.getNextEntry()) != null) {
            Path out = dest.resolve(e.getName()).normalize();
            if (!out.startsWith(dest)) {
                throw new IOException("bad");
            }
            // ok: path-traversal
            Files.copy(zis, out);
        }
    }

    public void untar(org.apache.commons.compress.archivers.tar.TarArchiveInputStream tar, Path dest) throws IOException {
        org.apache.commons.compress.archivers.tar.TarArchiveEntry e;
        while ((e = tar.getNextTarEntry()) != null) {
            Path out = dest.resolve(e.getName());
            // ruleid: path-traversal
            Files.copy(tar, out);
        }
    }

    public void tmp() throws IOException {
        File t = new File("/tmp/app.lock");
        // ruleid: insecure-tempfile
        t.createNewFile();
        // ruleid: insecure-tempfile
        File t2 = File.createTempFile("a", "b");
        // ok: insecure-tempfile
        Path t3 = Files.createTempFile("a", "b");
        File t4 = new File(System.getProperty("java.io.tmpdir"), "cache.dat");
        // ruleid: insecure-tempfile
        new FileOutputStream(t4).write(1);
        // ruleid: insecure-tempfile
        new FileWriter("/tmp/report.txt");
        // ok: insecure-tempfile
        Path d = Files.createTempDirectory("x");
        // ruleid: insecure-tempfile
        File g = com.google.common.io.Files.createTempDir();
        // ruleid: insecure-tempfile
        Files.write(Paths.get("/tmp/x.log"), new byte[0]);
    }

    public void perms(File f, Path p) throws IOException {
        // ruleid: file-permissions
        f.setReadable(true, false);
        // ruleid: file-permissions
        f.setWritable(true, false);
        // ruleid: file-permissions
        f.setExecutable(true, false);
        // ok: file-permissions
        f.setReadable(true, true);
        // ok: file-permissions
        f.setWritable(true);
        // ruleid: file-permissions
        Files.setPosixFilePermissions(p, java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw-rw-"));
        // ok: file-permissions
        Files.setPosixFilePermissions(p, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-x---"));
        java.util.Set<java.nio.file.attribute.PosixFilePermission> s = new java.util.HashSet<>();
        // ok: file-permissions
        s.add(java.nio.file.attribute.PosixFilePermission.OWNER_READ);
        // ruleid: file-permissions
        s.add(java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE);
        Files.setPosixFilePermissions(p, s);
        // ruleid: file-permissions
        Files.setPosixFilePermissions(p, java.util.EnumSet.of(java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE));
        // ruleid: file-permissions
        Runtime.getRuntime().exec("chmod 777 /srv/x");
        // ruleid: file-permissions
        Runtime.getRuntime().exec(new String[] {"chmod", "0666", "/srv/x"});
        // ruleid: file-permissions
        Files.createFile(p, java.nio.file.attribute.PosixFilePermissions.asFileAttribute(java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx")));
    }
}
