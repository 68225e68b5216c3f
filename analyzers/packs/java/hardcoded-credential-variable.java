class Secrets {
    // ruleid: hardcoded-credential-variable
    private static final String PASSWORD = "Tr0ub4dor&3";
    // ruleid: hardcoded-credential-variable
    private String apiKey = "9f8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d";
    // ok: hardcoded-credential-variable
    private static final String PASSWORD_FIELD = "password";
    // ok: hardcoded-credential-variable
    private static final String KEY_PASSWORD = "shop.database.password";
    // ok: hardcoded-credential-variable
    private String password = "";
    // ok: hardcoded-credential-variable
    private String secret = System.getenv("SECRET");
    // ruleid: hardcoded-credential-variable
    private static final String DB_PASSWORD = "Acc0unt$ecret";
    // ruleid: hardcoded-credential-variable
    private String jwtSecret = "mySuperSecretSigningKeyThatNobodyKnows";
    // ok: hardcoded-credential-variable
    private String signingKey = "jwtSigningKey";
    // ok: hardcoded-credential-variable
    private String placeholder = "${db.password}";
}
