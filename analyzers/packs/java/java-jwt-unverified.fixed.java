import io.jsonwebtoken.Jwts;

class Tokens {
    void tokens(String token, java.security.Key key, java.text.DateFormat format) throws Exception {
        // ruleid: java-jwt-unverified
        Jwts.parser().setSigningKey(key).parseClaimsJws(token);
        // ruleid: java-jwt-unverified
        Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token);
        // ok: java-jwt-unverified
        Jwts.parser().setSigningKey(key).parseClaimsJws(token);
        // ok: java-jwt-unverified
        Jwts.parser().verifyWith(key).build().parseSignedClaims(token);
        // ok: java-jwt-unverified
        format.parse(token);
    }
}
