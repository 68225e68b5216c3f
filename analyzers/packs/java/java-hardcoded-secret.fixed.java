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
}
