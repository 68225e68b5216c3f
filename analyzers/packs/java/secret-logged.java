class Logs {
    void login(String user, String password, Account account) {
        // ruleid: secret-logged
        log.info("Login of " + user + " with " + password);
        // ruleid: secret-logged
        log.debug("Password is {}", password);
        // ruleid: secret-logged
        System.out.println(account.getPassword());
        // ok: secret-logged
        log.info("Login of {}", user);
        // ok: secret-logged
        log.info("The password has been changed");
        // ok: secret-logged
        log.info("Length {}", password.length());
        // ruleid: secret-logged
        System.out.println("created " + user + " password=" + new String(password));
        // ok: secret-logged
        System.out.println("created " + user + " " + new String(text));
    }
}

class Tokens {
    void look(HttpServletRequest request) {
        String token = request.getHeader("Authorization");
        // ruleid: secret-logged
        System.out.println("token " + token);
        // ruleid: secret-logged
        log.info("token {}", token);
        String agent = request.getHeader("User-Agent");
        // ok: secret-logged
        log.info("agent {}", agent);
    }
}

class Resets {
    void reset(String resetToken, Payment payment, String iban) {
        // ruleid: secret-logged
        log.info("reset link: https://example.com/reset?token={}", resetToken);
        // ruleid: secret-logged
        log.debug("card {}", payment.getCardNo());
        // ruleid: secret-logged
        System.out.println("iban " + iban);
        // ok: secret-logged
        log.info("reset password {}", resetPasswordPage);
        // ok: secret-logged
        log.info("tokens {}", tokenCount);
    }
}
