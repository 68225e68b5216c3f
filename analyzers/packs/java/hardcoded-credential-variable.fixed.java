class Secrets {
    // ruleid: hardcoded-credential-variable
    private static final String PASSWORD = System.getenv("SECRET");
    // ruleid: hardcoded-credential-variable
    private String apiKey = System.getenv("SECRET");
    // ok: hardcoded-credential-variable
    private static final String PASSWORD_FIELD = "password";
    // ok: hardcoded-credential-variable
    private static final String KEY_PASSWORD = "shop.database.password";
    // ok: hardcoded-credential-variable
    private String password = "";
    // ok: hardcoded-credential-variable
    private String secret = System.getenv("SECRET");
    // ruleid: hardcoded-credential-variable
    private static final String DB_PASSWORD = System.getenv("SECRET");
    // ruleid: hardcoded-credential-variable
    private String jwtSecret = System.getenv("SECRET");
    // ok: hardcoded-credential-variable
    private String signingKey = "jwtSigningKey";
    // ok: hardcoded-credential-variable
    private String placeholder = "${db.password}";
}
