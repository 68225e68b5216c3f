package org.sample;

import java.io.*;
import java.nio.file.*;
import java.util.*;
import javax.servlet.http.*;

class Lookalikes {
    private static final Path BASE = Paths.get("/srv");

    void constants(HttpServletRequest request) throws IOException {
        // ok: path-traversal
        new File(System.getProperty("java.io.tmpdir"), "report.txt");
        // ok: path-traversal
        new FileOutputStream("/srv/" + System.currentTimeMillis() + ".log");
        String user = request.getParameter("user");
        int id = user.hashCode();
        // ok: path-traversal
        new FileInputStream("/srv/users/" + id);
        // ok: path-traversal
        Files.writeString(BASE.resolve("names.txt"), user);
        // ok: path-traversal
        Files.write(Paths.get("/srv/out.txt"), user.getBytes());
        String kind = request.getParameter("kind");
        String file = kind.equals("a") ? "a.txt" : "b.txt";
        // ok: path-traversal
        new FileReader(BASE + "/" + file);
    }

    private Path inside(String name) throws IOException {
        Path file = BASE.resolve(name).normalize();
        if (!file.startsWith(BASE)) {
            throw new IOException("outside");
        }
        return file;
    }

    void helper(HttpServletRequest request) throws IOException {
        // ok: path-traversal
        Files.readAllBytes(inside(request.getParameter("name")));
    }

    private boolean isSafe(String name) {
        return name.matches("[a-z]+");
    }

    void predicate(HttpServletRequest request) throws IOException {
        String name = request.getParameter("name");
        if (!isSafe(name)) {
            return;
        }
        // ok: path-traversal
        new FileReader("/srv/" + name);
    }

    void enumerated(HttpServletRequest request) throws IOException {
        for (File each : new File("/srv").listFiles()) {
            if (each.getName().equals(request.getParameter("name"))) {
                // ok: path-traversal
                new FileReader(each);
            }
        }
    }
}
