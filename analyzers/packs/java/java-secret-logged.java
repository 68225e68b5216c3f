class Logs {
    void login(String user, String password, Account account) {
        // ruleid: java-secret-logged
        log.info("Login of " + user + " with " + password);
        // ruleid: java-secret-logged
        log.debug("Password is {}", password);
        // ruleid: java-secret-logged
        System.out.println(account.getPassword());
        // ok: java-secret-logged
        log.info("Login of {}", user);
        // ok: java-secret-logged
        log.info("The password has been changed");
        // ok: java-secret-logged
        log.info("Length {}", password.length());
        // ruleid: java-secret-logged
        System.out.println("created " + user + " password=" + new String(password));
        // ok: java-secret-logged
        System.out.println("created " + user + " " + new String(text));
    }
}

class Tokens {
    void look(HttpServletRequest request) {
        String token = request.getHeader("Authorization");
        // ruleid: java-secret-logged
        System.out.println("token " + token);
        // ruleid: java-secret-logged
        log.info("token {}", token);
        String agent = request.getHeader("User-Agent");
        // ok: java-secret-logged
        log.info("agent {}", agent);
    }
}

class Resets {
    void reset(String resetToken, Payment payment, String iban) {
        // ruleid: java-secret-logged
        log.info("reset link: https://example.com/reset?token={}", resetToken);
        // ruleid: java-secret-logged
        log.debug("card {}", payment.getCardNo());
        // ruleid: java-secret-logged
        System.out.println("iban " + iban);
        // ok: java-secret-logged
        log.info("reset password {}", resetPasswordPage);
        // ok: java-secret-logged
        log.info("tokens {}", tokenCount);
    }
}
