class Tokens {
    // ruleid: secret-token-literal
    String github = "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";
    // ok: secret-token-literal
    String prefix = "ghp_";
    // ok: secret-token-literal
    String sample = "AKIAIOSFODNN7EXAMPLE";
}
