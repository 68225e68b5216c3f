import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;

class Tokens {
    String role(String token) {
        // ruleid: jwt-unverified-decode
        return JWT.decode(token).getClaim("role").asString();
    }

    String verified(String token, Algorithm algorithm) {
        // ok: jwt-unverified-decode
        String issuer = JWT.decode(token).getIssuer();
        JWT.require(algorithm).withIssuer(issuer).build().verify(token);
        return issuer;
    }

    String nimbus(String token) throws Exception {
        SignedJWT read = SignedJWT.parse(token);
        // ruleid: jwt-unverified-decode
        return read.getJWTClaimsSet().getSubject();
    }

    String verified(String token, JWSVerifier verifier) throws Exception {
        SignedJWT read = SignedJWT.parse(token);
        if (!read.verify(verifier)) {
            throw new SecurityException();
        }
        // ok: jwt-unverified-decode
        return read.getJWTClaimsSet().getSubject();
    }
}
