package bench;

import java.io.*;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.*;
import lombok.extern.slf4j.Slf4j;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.logging.log4j.LogManager;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.*;

@RestController
@Slf4j
public class LogsExposure extends HttpServlet {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogsExposure.class);
    private static final Logger JUL = Logger.getLogger("x");
    private static final org.apache.logging.log4j.Logger L4J = LogManager.getLogger();
    private static final Log COMMONS = LogFactory.getLog("x");

    @GetMapping("/a")
    public void logs(@RequestParam String user, @RequestParam int n, @RequestParam String password, HttpServletRequest req) {
        // ruleid: log-injection
        LOG.info("login of " + user);
        // ruleid: log-injection
        LOG.info("login of {}", user);
        // ok: log-injection
        LOG.warn("n {}", n);
        // ruleid: log-injection
        LOG.error(String.format("bad user %s", user));
        // ruleid: log-injection
        JUL.info("login of " + user);
        // ruleid: log-injection
        JUL.log(Level.WARNING, "login of {0}", user);
        // ruleid: log-injection
        JUL.warning(user);
        // ruleid: log-injection
        L4J.debug("user {}", user);
        // ruleid: log-injection
        L4J.fatal("user " + user);
        // ruleid: log-injection
        COMMONS.info(user);
        // ruleid: log-injection
        log.info("user {}", user);
        // ok: log-injection
        LOG.info("user {}", user.replaceAll("[\r\n]", "_"));
        // ok: log-injection
        LOG.info("user {}", user.replace('\n', '_').replace('\r', '_'));
        // ok: log-injection
        LOG.info("length {}", user.length());
        // ok: log-injection
        LOG.info("fixed");
        // ruleid: log-injection
        LOG.info("agent " + req.getHeader("User-Agent"));
        if (user.matches("\\w*")) {
            // ok: log-injection
            LOG.info("user {}", user);
        }
        // ruleid: data-exposure
        LOG.debug("password " + password);
        // ruleid: data-exposure
        LOG.info("user {} password {}", "x", password);
        // ruleid: data-exposure
        System.out.println("password: " + password);
        // ok: data-exposure
        LOG.info("password changed");
        // ok: data-exposure
        LOG.info("password length {}", password.length());
        String creditCardNumber = req.getParameter("cc");
        // ruleid: data-exposure
        LOG.info("card " + creditCardNumber);
        String authToken = req.getHeader("Authorization");
        // ruleid: data-exposure
        LOG.trace("token = {}", authToken);
    }

    public void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        try {
            work();
        } catch (Exception e) {
            // ruleid: data-exposure
            e.printStackTrace(resp.getWriter());
            // ok: data-exposure
            LOG.error("failed", e);
            // ok: data-exposure
            resp.sendError(500);
        }
        try {
            work();
        } catch (Exception e) {
            StringWriter sw = new StringWriter();
            e.printStackTrace(new PrintWriter(sw));
            // ruleid: data-exposure
            resp.getWriter().println(sw.toString());
        }
        try {
            work();
        } catch (Exception e) {
            StringWriter sw = new StringWriter();
            e.printStackTrace(new PrintWriter(sw));
            // ok: data-exposure
            LOG.error(sw.toString());
            // ok: data-exposure
            resp.getWriter().println("failed");
        }
        try {
            work();
        } catch (Exception e) {
            // ruleid: data-exposure
            e.printStackTrace(new PrintStream(resp.getOutputStream()));
        }
        try {
            work();
        } catch (Exception e) {
            // ruleid: data-exposure
            resp.sendError(500, e.getStackTrace().toString());
        }
    }

    private void work() throws Exception {}
}
