package org.sample;

import java.io.*;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.*;
import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;

class Styles extends HttpServlet {
    private static final Logger logger = Logger.getLogger("x");

    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String password = req.getParameter("password");
        // ruleid: data-exposure
        logger.log(Level.INFO, "password=" + password);
        // ruleid: data-exposure
        logger.info(String.format("user %s, password %s", req.getParameter("user"), password));
        // ok: data-exposure
        logger.info("Password reset mail sent");
        PrintWriter out = resp.getWriter();
        try {
            work();
        } catch (IOException ex) {
            // ruleid: data-exposure
            ex.printStackTrace(out);
            // ruleid: data-exposure
            out.println("Error: " + ex.getMessage());
            // ruleid: data-exposure
            resp.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, ex.toString());
            // ok: data-exposure
            logger.log(Level.SEVERE, "failed", ex);
            // ok: data-exposure
            out.println("Something went wrong");
        }
    }

    void others(User user, String sessionToken, String apiKey) {
        // ruleid: data-exposure
        System.out.println("API key: " + apiKey);
        // ruleid: data-exposure
        logger.warning("pw " + user.getPassword());
        // ok: data-exposure
        logger.info("User " + user.getName());
        boolean hasPassword = user.getPassword() != null;
        // ok: data-exposure
        logger.info("has password: " + hasPassword);
        // ok: data-exposure
        logger.info("changed " + user.getPasswordChangedAt());
    }
}

@RestControllerAdvice
class Advice {
    @ExceptionHandler(RuntimeException.class)
    public ResponseEntity<String> handle(RuntimeException ex) {
        // ruleid: data-exposure
        return new ResponseEntity<>(ex.getMessage(), HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @ExceptionHandler(IllegalStateException.class)
    public ResponseEntity<String> handleQuietly(IllegalStateException ex) {
        // ok: data-exposure
        return ResponseEntity.status(500).body("internal error");
    }
}
