package bench;

import java.io.*;
import java.nio.file.*;
import java.nio.file.attribute.*;
import java.util.*;
import java.util.regex.*;
import javax.servlet.http.*;
import com.google.common.io.Files;

public class FilesTempPerm extends HttpServlet {
    void perms(File f, Path p) throws IOException {
        // ruleid: file-permissions
        f.setReadable(true, false);
        // ruleid: file-permissions
        f.setWritable(true, false);
        // ruleid: file-permissions
        f.setExecutable(true, false);
        // ok: file-permissions
        f.setWritable(true, true);
        // ok: file-permissions
        f.setReadable(true);
        // ruleid: file-permissions
        java.nio.file.Files.setPosixFilePermissions(p, PosixFilePermissions.fromString("rwxrwxrwx"));
        // ok: file-permissions
        java.nio.file.Files.setPosixFilePermissions(p, PosixFilePermissions.fromString("rw-------"));
        Set<PosixFilePermission> s = new HashSet<>();
        // ok: file-permissions
        s.add(PosixFilePermission.OWNER_READ);
        // ruleid: file-permissions
        s.add(PosixFilePermission.OTHERS_WRITE);
        java.nio.file.Files.setPosixFilePermissions(p, s);
        // ruleid: file-permissions
        java.nio.file.Files.setPosixFilePermissions(p, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OTHERS_WRITE));
        // ruleid: file-permissions
        Runtime.getRuntime().exec("chmod 777 /srv/x");
    }

    void temps() throws IOException {
        File a = File.createTempFile("x", ".tmp");
        File b = new File(System.getProperty("java.io.tmpdir"), "report.txt");
        // ruleid: insecure-tempfile
        b.createNewFile();
        File c = new File("/tmp/cache.dat");
        // ruleid: insecure-tempfile
        new FileOutputStream(c);
        // ruleid: insecure-tempfile
        Files.createTempDir();
        // ok: insecure-tempfile
        java.nio.file.Files.createTempFile("x", ".tmp");
        // ok: insecure-tempfile
        java.nio.file.Files.createTempDirectory("x");
        // ruleid: insecure-tempfile
        new FileWriter("/tmp/out.log");
        File d = File.createTempFile("dir", "");
        d.delete();
        // ruleid: insecure-tempfile
        d.mkdir();
        // ok: insecure-tempfile
        new FileReader("/tmp/in.log");
    }

    public void doGet(HttpServletRequest req, HttpServletResponse resp) {
        String p = req.getParameter("p");
        String in = req.getParameter("in");
        // ruleid: regex-dos
        Pattern.compile(p);
        // ruleid: regex-dos
        in.matches(p);
        // ruleid: regex-dos
        in.replaceAll(p, "x");
        // ruleid: regex-dos
        in.split(p);
        // ruleid: regex-dos
        Pattern.matches(p, in);
        // ok: regex-dos
        Pattern.compile(Pattern.quote(p));
        // ok: regex-dos
        Pattern.compile("[a-z]+").matcher(in).matches();
        // ruleid: regex-dos
        in.matches("(a+)+$");
        // todoruleid: regex-dos
        Pattern.compile("^(([a-z])+.)+[A-Z]([a-z])+$").matcher(in).matches();
        // ruleid: regex-dos
        Pattern.compile("(.*)*x");
        // ok: regex-dos
        Pattern.compile("^\\d{1,10}$");
        // ok: regex-dos
        in.replace(p, "x");
        int n = Integer.parseInt(p);
        // ruleid: denial-of-service
        byte[] buf = new byte[n];
        // ok: denial-of-service
        byte[] small = new byte[Math.min(n, 1024)];
        // ok: regex-dos
        in.contains(p);
    }
}
