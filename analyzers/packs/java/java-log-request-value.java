import javax.servlet.http.HttpServletRequest;

class Audit {
    void record(HttpServletRequest request) {
        // ruleid: java-log-request-value
        log.info("Login of " + request.getParameter("user"));
        // ok: java-log-request-value
        log.info("Login of {}", request.getParameter("user").replaceAll("[\r\n]", "_"));
        // ok: java-log-request-value
        log.info("Login");
    }
}

class Debugging {
    private static final Logger log = LoggerFactory.getLogger(Debugging.class);

    void look(HttpServletRequest request, ScriptEngineFactory factory) {
        String name = request.getParameter("name");
        if (log.isDebugEnabled()) {
            // ok: java-log-request-value
            log.debug("asked by {}", name);
        }
        // ok: java-log-request-value
        log.info("threads: {}", factory.getParameter("THREADING"));
        // ruleid: java-log-request-value
        log.info("asked by {}", name);
    }
}

class Servlet extends HttpServlet {
    void look(HttpServletRequest request, ServletContext context) {
        String name = request.getParameter("name");
        // ruleid: java-log-request-value
        getServletContext().log("asked by " + name);
        // ruleid: java-log-request-value
        context.log("asked by " + name);
        // ok: java-log-request-value
        getServletContext().log("asked");
    }
}

class Fluent {
    void look(HttpServletRequest request, org.apache.logging.log4j.Logger log) {
        // ruleid: java-log-request-value
        log.atInfo().log("asked by {}", request.getHeader("X-Name"));
        // ok: java-log-request-value
        log.atInfo().log("asked");
    }

    @PostMapping("/names")
    void named(@RequestParam String name, org.apache.logging.log4j.Logger log) {
        // ok: java-log-request-value
        log.info("asked with {} letters", name.length());
    }
}

class Replacing {
    void look(HttpServletRequest request) {
        String name = request.getParameter("name");
        // ok: java-log-request-value
        log.info("asked by " + name.replace('\n', '_').replace('\r', '_'));
        // ok: java-log-request-value
        log.info("asked by " + name.replaceAll("[\\r\\n]", "_"));
        // ok: java-log-request-value
        log.info("asked by " + name.replaceAll("[^a-z]", "_"));
        // ok: java-log-request-value
        log.info("asked by " + name.replaceAll("\\s+", " "));
        // ruleid: java-log-request-value
        log.info("asked by " + name.replace("\t", " "));
        // ruleid: java-log-request-value
        log.info("asked by " + name.replaceAll("<[a-z]+>", ""));
    }
}
