package org.sample;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.*;
import io.jsonwebtoken.*;
import java.util.Date;

class Styles {
    static final String SECRET = "myjwtsecretkey123";

    String sign(String user) {
        // ruleid: jwt
        Algorithm algorithm = Algorithm.HMAC256(SECRET);
        String token = JWT.create().withSubject(user).sign(algorithm);
        // ruleid: jwt
        return Jwts.builder().setSubject(user).setExpiration(new Date()).signWith(SignatureAlgorithm.HS512, SECRET).compact();
    }

    String signGood(String user, String secret) {
        // ok: jwt
        Algorithm algorithm = Algorithm.HMAC512(secret);
        // ok: jwt
        return JWT.create().withSubject(user).sign(algorithm);
    }

    void check(String token, String secret) {
        // ok: jwt
        JWTVerifier verifier = JWT.require(Algorithm.HMAC256(secret)).build();
        DecodedJWT verified = verifier.verify(token);
        // ok: jwt
        Jws<Claims> claims = Jwts.parser().setSigningKey(secret).parseClaimsJws(token);
    }

    boolean admin(String token) {
        // ruleid: jwt
        DecodedJWT jwt = JWT.decode(token);
        return jwt.getClaim("admin").asBoolean();
    }

    void none(String token) {
        // ruleid: jwt
        JWT.require(Algorithm.none()).build().verify(token);
        // ruleid: jwt
        Jwt<?, ?> parsed = Jwts.parserBuilder().setSigningKey(SECRET.getBytes()).build().parse(token);
    }
}
