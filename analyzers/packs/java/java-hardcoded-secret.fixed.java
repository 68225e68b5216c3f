class Secrets {
    // ruleid: java-hardcoded-secret
    private static final String PASSWORD = System.getenv("SECRET");
    // ruleid: java-hardcoded-secret
    private String apiKey = System.getenv("SECRET");
    // ok: java-hardcoded-secret
    private static final String PASSWORD_FIELD = "password";
    // ok: java-hardcoded-secret
    private static final String KEY_PASSWORD = "shop.database.password";
    // ok: java-hardcoded-secret
    private String password = "";
    // ok: java-hardcoded-secret
    private String secret = System.getenv("SECRET");
    // ruleid: java-hardcoded-secret
    private static final String DB_PASSWORD = System.getenv("SECRET");
    // ruleid: java-hardcoded-secret
    private String jwtSecret = System.getenv("SECRET");
    // ok: java-hardcoded-secret
    private String signingKey = "jwtSigningKey";
    // ok: java-hardcoded-secret
    private String placeholder = "${db.password}";
}
