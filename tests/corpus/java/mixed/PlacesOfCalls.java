import javax.servlet.http.*;
import java.util.*;
class PlacesOfCalls {
    Object f(HttpServletRequest request) throws Exception {
        final String c = request.getParameter("c");
        // ruleid: command-injection
        Runnable r = () -> { try { Runtime.getRuntime().exec(c); } catch (Exception e) { } };
        // ruleid: command-injection
        new Thread() { public void run() { try { Runtime.getRuntime().exec(c); } catch (Exception e) { } } }.start();
        // ruleid: command-injection
        Object o = c == null ? null : Runtime.getRuntime().exec(c);
        // ruleid: command-injection
        while (Runtime.getRuntime().exec(c) != null) break;
        // ruleid: command-injection
        for (Process p = Runtime.getRuntime().exec(c); p != null; ) break;
        // ruleid: path-traversal
        try (java.io.InputStream in = new java.io.FileInputStream("/srv/" + c)) { }
        // ruleid: command-injection
        synchronized (this) { Runtime.getRuntime().exec(c); }
        // ruleid: command-injection
        switch (c) { case "a": Runtime.getRuntime().exec(c); break; default: Runtime.getRuntime().exec(c); }
        // ruleid: command-injection
        List<Process> l = List.of(Runtime.getRuntime().exec(c));
        // ruleid: command-injection
        Process[] ps = { Runtime.getRuntime().exec(c) };
        // ruleid: command-injection
        do { Runtime.getRuntime().exec(c); } while (false);
        // ruleid: command-injection
        assert Runtime.getRuntime().exec(c) != null;
        char[] cs = c.toCharArray();
        // ruleid: command-injection
        Runtime.getRuntime().exec(new String(cs));
        // ruleid: command-injection
        Runtime.getRuntime().exec(String.valueOf(c.getBytes()));
        var q = c;
        // ruleid: command-injection
        Runtime.getRuntime().exec(q);
        String j = String.join(" ", List.of("ls", c));
        // ruleid: command-injection
        Runtime.getRuntime().exec(j);
        Optional<String> op = Optional.of(c);
        // ruleid: command-injection
        Runtime.getRuntime().exec(op.get());
        Iterator<String> it = List.of("a", c).iterator();
        // ruleid: command-injection
        while (it.hasNext()) Runtime.getRuntime().exec(it.next());
        StringTokenizer st = new StringTokenizer(c);
        // ruleid: command-injection
        Runtime.getRuntime().exec(st.nextToken());
        if (!(c instanceof String s)) return null;
        // ruleid: command-injection
        Runtime.getRuntime().exec(s);
        // ruleid: command-injection
        return Runtime.getRuntime().exec(c);
    }
}
