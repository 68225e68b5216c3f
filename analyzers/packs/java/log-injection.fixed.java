import javax.servlet.http.HttpServletRequest;

class Audit {
    void record(HttpServletRequest request) {
        // ruleid: log-injection
        log.info("Login of " + String.valueOf(request.getParameter("user")).replaceAll("[\r\n]", "_"));
        // ok: log-injection
        log.info("Login of {}", request.getParameter("user").replaceAll("[\r\n]", "_"));
        // ok: log-injection
        log.info("Login");
    }
}

class Debugging {
    private static final Logger log = LoggerFactory.getLogger(Debugging.class);

    void look(HttpServletRequest request, ScriptEngineFactory factory) {
        String name = request.getParameter("name");
        if (log.isDebugEnabled()) {
            // ok: log-injection
            log.debug("asked by {}", name);
        }
        // ok: log-injection
        log.info("threads: {}", factory.getParameter("THREADING"));
        // ruleid: log-injection
        log.info("asked by {}", name);
    }
}

class Servlet extends HttpServlet {
    void look(HttpServletRequest request, ServletContext context) {
        String name = request.getParameter("name");
        // ruleid: log-injection
        getServletContext().log("asked by " + name);
        // ruleid: log-injection
        context.log("asked by " + name);
        // ok: log-injection
        getServletContext().log("asked");
    }
}

class Fluent {
    void look(HttpServletRequest request, org.apache.logging.log4j.Logger log) {
        // ruleid: log-injection
        log.atInfo().log("asked by {}", String.valueOf(request.getHeader("X-Name")).replaceAll("[\r\n]", "_"));
        // ok: log-injection
        log.atInfo().log("asked");
    }

    @PostMapping("/names")
    void named(@RequestParam String name, org.apache.logging.log4j.Logger log) {
        // ok: log-injection
        log.info("asked with {} letters", name.length());
    }
}

class Replacing {
    void look(HttpServletRequest request) {
        String name = request.getParameter("name");
        // ok: log-injection
        log.info("asked by " + name.replace('\n', '_').replace('\r', '_'));
        // ok: log-injection
        log.info("asked by " + name.replaceAll("[\\r\\n]", "_"));
        // ok: log-injection
        log.info("asked by " + name.replaceAll("[^a-z]", "_"));
        // ok: log-injection
        log.info("asked by " + name.replaceAll("\\s+", " "));
        // ruleid: log-injection
        log.info("asked by " + name.replace("\t", " "));
        // ruleid: log-injection
        log.info("asked by " + name.replaceAll("<[a-z]+>", ""));
    }
}
