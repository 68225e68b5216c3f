package com.example;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import java.util.logging.Level;

public class SensitiveValues {
    private static final Logger logger = LoggerFactory.getLogger(SensitiveValues.class);
    private static final java.util.logging.Logger JUL = java.util.logging.Logger.getLogger("x");

    public void login(User user, String creditCardNumber, String ssn) {
        // ruleid: data-exposure
        logger.info("User password: {}", user.getPassword());
        // ruleid: data-exposure
        logger.error("card " + creditCardNumber);
        // ruleid: data-exposure
        logger.warn("ssn=" + ssn);
        // ruleid: data-exposure
        JUL.log(Level.INFO, "token {0}", user.getAccessToken());
        // ruleid: data-exposure
        System.out.println("password = " + user.getPassword());
        // ok: data-exposure
        logger.info("User {} logged in", user.getId());
        // ok: data-exposure
        logger.info("password reset requested");
        // ok: data-exposure
        logger.debug("passwordLength {}", user.getPassword().length());
    }

    @ExceptionHandler(Exception.class)
    public ResponseEntity<String> handle(Exception e) {
        // ruleid: data-exposure
        return ResponseEntity.status(500).body(e.getMessage());
    }

    @ExceptionHandler(IllegalStateException.class)
    public ResponseEntity<String> handle2(IllegalStateException e) {
        StringWriter sw = new StringWriter();
        e.printStackTrace(new PrintWriter(sw));
        // ruleid: data-exposure
        return ResponseEntity.status(500).body(sw.toString());
    }

    @ExceptionHandler(RuntimeException.class)
    public ResponseEntity<String> handle3(RuntimeException e) {
        logger.error("failed", e);
        // ok: data-exposure
        return ResponseEntity.status(500).body("internal error");
    }
}
