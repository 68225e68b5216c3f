package shop.web;

import android.util.Log;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.ServerSocket;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.telnet.TelnetClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

class Exposure {
    private static final Logger log = LoggerFactory.getLogger(Exposure.class);

    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            work();
        } catch (Exception e) {
            // ruleid: data-exposure
            e.printStackTrace(response.getWriter());
            // ruleid: data-exposure
            response.getWriter().println(e.getMessage());
            // ruleid: data-exposure
            response.sendError(500, e.getMessage());
            // ruleid: data-exposure
            response.getWriter().write("Failed: " + e);
            // ok: data-exposure
            log.error("Failed", e);
            // ok: data-exposure
            response.sendError(500, "Failed");
        }
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<String> handle(Exception e) {
        // ruleid: data-exposure
        return ResponseEntity.status(500).body(e.getMessage());
    }

    void logs(String password, String user, String creditCard, Account account) {
        // ruleid: data-exposure
        log.info("Login " + user + " " + password);
        // ruleid: data-exposure
        log.debug("Password is {}", password);
        // ruleid: data-exposure
        System.out.println("password: " + password);
        // ruleid: data-exposure
        log.info("Paid with {}", creditCard);
        // ruleid: data-exposure
        log.info("Account " + account.getPassword());
        // ruleid: data-exposure
        Log.d("login", "token " + account.getAccessToken());
        // ok: data-exposure
        log.info("Login of {}", user);
        // ok: data-exposure
        log.info("The password has been changed");
        // ok: data-exposure
        log.info("Password length {}", password.length());
    }

    void plain() throws Exception {
        // ruleid: data-exposure
        Socket socket = new Socket("mail.shop.com", 25);
        // ruleid: data-exposure
        ServerSocket server = new ServerSocket(8080);
        // ok: data-exposure
        javax.net.ssl.SSLSocketFactory.getDefault().createSocket("mail.shop.com", 465);
        // ruleid: data-exposure
        FTPClient ftp = new FTPClient();
        // ruleid: data-exposure
        TelnetClient telnet = new TelnetClient();
        // ruleid: data-exposure
        new java.net.URL("http://api.shop.com/login").openConnection();
        // ok: data-exposure
        new java.net.URL("https://api.shop.com/login").openConnection();
        // ok: data-exposure
        new java.net.URL("http://localhost:8080/").openConnection();
    }
}
