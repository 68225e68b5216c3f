import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;

class Tokens {
    void tokens(String secret) {
        // ruleid: jwt-hardcoded-key
        JWT.create().sign(Algorithm.HMAC256(System.getenv("JWT_SECRET")));
        // ok: jwt-hardcoded-key
        JWT.create().sign(Algorithm.HMAC256(secret));
        // ruleid: jwt-hardcoded-key
        Jwts.builder().signWith(SignatureAlgorithm.HS256, System.getenv("JWT_SECRET")).compact();
        // ok: jwt-hardcoded-key
        Jwts.builder().signWith(SignatureAlgorithm.HS256, secret).compact();
    }
}
