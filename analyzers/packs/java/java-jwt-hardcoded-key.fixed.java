import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;

class Tokens {
    void tokens(String secret) {
        // ruleid: java-jwt-hardcoded-key
        JWT.create().sign(Algorithm.HMAC256(System.getenv("JWT_SECRET")));
        // ok: java-jwt-hardcoded-key
        JWT.create().sign(Algorithm.HMAC256(secret));
        // ruleid: java-jwt-hardcoded-key
        Jwts.builder().signWith(SignatureAlgorithm.HS256, System.getenv("JWT_SECRET")).compact();
        // ok: java-jwt-hardcoded-key
        Jwts.builder().signWith(SignatureAlgorithm.HS256, secret).compact();
    }
}
