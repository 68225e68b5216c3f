package shop.login;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jwt.PlainJWT;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import io.jsonwebtoken.security.Keys;
import java.security.Key;

class Tokens {
    private final Key key = Keys.secretKeyFor(SignatureAlgorithm.HS256);

    String java() {
        // ruleid: jwt
        return JWT.create().withIssuer("shop").sign(Algorithm.none());
    }

    void javaNone() {
        // ruleid: jwt
        Algorithm algorithm = Algorithm.none();
        JWT.require(algorithm).build();
    }

    String javaGood(String secret) {
        // ok: jwt
        return JWT.create().withIssuer("shop").sign(Algorithm.HMAC256(secret));
    }

    String javaHardcoded() {
        // ruleid: jwt
        return JWT.create().sign(Algorithm.HMAC256("correct-horse"));
    }

    void javaVerify(String token, String secret) {
        // ok: jwt
        JWT.require(Algorithm.HMAC256(secret)).build().verify(token);
    }

    String javaDecode(String token) {
        // ruleid: jwt
        return JWT.decode(token).getClaim("role").asString();
    }

    String decodeAndVerify(String token, Algorithm algorithm) {
        // ok: jwt
        String issuer = JWT.decode(token).getIssuer();
        JWT.require(algorithm).withIssuer(issuer).build().verify(token);
        return issuer;
    }

    Claims parse(String token) {
        // ruleid: jwt
        Jwts.parser().setSigningKey(key).parse(token);
        // ruleid: jwt
        Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJwt(token);
        // ok: jwt
        Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token);
        // ok: jwt
        Jwts.parser().verifyWith(null).build().parseSignedClaims(token);
        // ruleid: jwt
        Jwts.parser().unsecured().build();
        return null;
    }

    void build(String subject) {
        // ruleid: jwt
        Jwts.builder().setSubject(subject).signWith(SignatureAlgorithm.NONE, key).compact();
        // ruleid: jwt
        Jwts.builder().setSubject(subject).signWith(SignatureAlgorithm.HS256, "c2VjcmV0LXNlY3JldA==").compact();
        // ok: jwt
        Jwts.builder().setSubject(subject).signWith(key, SignatureAlgorithm.HS256).compact();
        // ruleid: jwt
        Jwts.builder().setSubject(subject).compact();
    }

    void nimbus() {
        // ruleid: jwt
        PlainHeader header = new PlainHeader();
        // ruleid: jwt
        PlainJWT token = new PlainJWT(header, null);
    }
}
