import io.jsonwebtoken.Jwts;

class Tokens {
    void tokens(String token, java.security.Key key, java.text.DateFormat format) throws Exception {
        // ruleid: jwt-unverified
        Jwts.parser().setSigningKey(key).parse(token);
        // ruleid: jwt-unverified
        Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJwt(token);
        // ok: jwt-unverified
        Jwts.parser().setSigningKey(key).parseClaimsJws(token);
        // ok: jwt-unverified
        Jwts.parser().verifyWith(key).build().parseSignedClaims(token);
        // ok: jwt-unverified
        format.parse(token);
    }
}
