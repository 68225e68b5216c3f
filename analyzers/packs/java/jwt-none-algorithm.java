import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;

class Tokens {
    void tokens(String secret, java.security.Key key) {
        // ruleid: jwt-none-algorithm
        JWT.create().sign(Algorithm.none());
        // ok: jwt-none-algorithm
        JWT.create().sign(Algorithm.HMAC256(secret));
        // ruleid: jwt-none-algorithm
        Jwts.builder().signWith(SignatureAlgorithm.NONE, "").compact();
        // ok: jwt-none-algorithm
        Jwts.builder().signWith(key, SignatureAlgorithm.HS256).compact();
        // ruleid: jwt-none-algorithm
        Jwts.parser().unsecured().build();
        // ruleid: jwt-none-algorithm
        new JwtConsumerBuilder().setDisableRequireSignature().setVerificationKey(key).build();
        // ruleid: jwt-none-algorithm
        PlainJWT plain = new PlainJWT(null);
    }
}
