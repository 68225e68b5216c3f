import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;

class Tokens {
    String role(String token) {
        // ruleid: java-jwt-decoded-only
        return JWT.decode(token).getClaim("role").asString();
    }

    String verified(String token, Algorithm algorithm) {
        // ok: java-jwt-decoded-only
        String issuer = JWT.decode(token).getIssuer();
        JWT.require(algorithm).withIssuer(issuer).build().verify(token);
        return issuer;
    }

    String nimbus(String token) throws Exception {
        SignedJWT read = SignedJWT.parse(token);
        // ruleid: java-jwt-decoded-only
        return read.getJWTClaimsSet().getSubject();
    }

    String verified(String token, JWSVerifier verifier) throws Exception {
        SignedJWT read = SignedJWT.parse(token);
        if (!read.verify(verifier)) {
            throw new SecurityException();
        }
        // ok: java-jwt-decoded-only
        return read.getJWTClaimsSet().getSubject();
    }
}
