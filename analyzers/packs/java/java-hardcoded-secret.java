class Secrets {
    // ruleid: java-hardcoded-secret
    private static final String PASSWORD = "Tr0ub4dor&3";
    // ruleid: java-hardcoded-secret
    private String apiKey = "9f8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d";
    // ok: java-hardcoded-secret
    private static final String PASSWORD_FIELD = "password";
    // ok: java-hardcoded-secret
    private static final String KEY_PASSWORD = "shop.database.password";
    // ok: java-hardcoded-secret
    private String password = "";
    // ok: java-hardcoded-secret
    private String secret = System.getenv("SECRET");
    // ruleid: java-hardcoded-secret
    private static final String DB_PASSWORD = "Acc0unt$ecret";
    // ruleid: java-hardcoded-secret
    private String jwtSecret = "mySuperSecretSigningKeyThatNobodyKnows";
    // ok: java-hardcoded-secret
    private String signingKey = "jwtSigningKey";
    // ok: java-hardcoded-secret
    private String placeholder = "${db.password}";
}
