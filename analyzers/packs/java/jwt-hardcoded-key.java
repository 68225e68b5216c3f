import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;

class Tokens {
    void tokens(String secret) {
        // ruleid: jwt-hardcoded-key
        JWT.create().sign(Algorithm.HMAC256("correct-horse"));
        // ok: jwt-hardcoded-key
        JWT.create().sign(Algorithm.HMAC256(secret));
        // ruleid: jwt-hardcoded-key
        Jwts.builder().signWith(SignatureAlgorithm.HS256, "c2VjcmV0").compact();
        // ok: jwt-hardcoded-key
        Jwts.builder().signWith(SignatureAlgorithm.HS256, secret).compact();
    }
}
