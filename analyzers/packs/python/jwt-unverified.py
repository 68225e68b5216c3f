from authlib.jose import JsonWebToken
from authlib.jose import jwt as authlib_jwt
from joserfc import jwt as joserfc_jwt
import itsdangerous
import jwt
from jose import jwt as jose_jwt
from jwt import decode


def read(token, key):
    # ruleid: jwt-unverified
    jwt.decode(token, verify=False)
    # ruleid: jwt-unverified
    jwt.decode(token, options={"verify_signature": False})
    # ruleid: jwt-unverified
    jwt.decode(token, key, algorithms=["HS256", "none"])
    # ruleid: jwt-unverified
    decode(token, options={"verify_exp": True, "verify_signature": False})
    # ruleid: jwt-unverified
    jwt.encode({}, None, algorithm="none")
    # ruleid: jwt-unverified
    jose_jwt.get_unverified_claims(token)


def quiet(token, key):
    # ok: jwt-unverified
    jwt.decode(token, key, algorithms=["HS256"])
    # ok: jwt-unverified
    jwt.decode(token, key, algorithms=["HS256"], options={"require": ["exp"]})
    # ok: jwt-unverified
    jwt.decode(token, key, algorithms=["RS256"], options={"verify_signature": True})
    # ok: jwt-unverified
    jose_jwt.decode(token, key, algorithms=["HS256"])


def either_kind(token, public_key):
    # ruleid: jwt-unverified
    jwt.decode(token, public_key, algorithms=["HS256", "RS256"])
    # ok: jwt-unverified
    jwt.decode(token, public_key, algorithms=["RS256", "ES256"])


def as_the_token_says(token, key, jwks):
    header = jwt.get_unverified_header(token)
    # ok: jwt-unverified
    jwt.decode(token, jwks[header["kid"]], algorithms=["RS256"])
    # ruleid: jwt-unverified
    jwt.decode(token, key, algorithms=[header["alg"]])
    # ruleid: jwt-unverified
    jwt.decode(token, key, algorithms=[header.get("alg", "HS256")])
    # ruleid: jwt-unverified
    jose_jwt.decode(token, key, algorithms=header["alg"])
    # ruleid: jwt-unverified
    jwt.decode(token, key, [jwt.get_unverified_header(token)["alg"]])
    algorithm = jose_jwt.get_unverified_header(token)["alg"]
    # ruleid: jwt-unverified
    jose_jwt.decode(token, key, algorithms=[algorithm])
    # ok: jwt-unverified
    jwt.decode(token, key, algorithms=[settings.ALGORITHM])


def signed(key):
    # ruleid: jwt-unverified
    itsdangerous.Signer(key, algorithm=itsdangerous.NoneAlgorithm())
    # ok: jwt-unverified
    itsdangerous.Signer(key, algorithm=itsdangerous.HMACAlgorithm())


def by_others(token, claims, key):
    # ruleid: jwt-unverified
    joserfc_jwt.decode(token, key, algorithms=["none"])
    # ok: jwt-unverified
    joserfc_jwt.decode(token, key, algorithms=["HS256"])
    # ruleid: jwt-unverified
    authlib_jwt.encode({"alg": "none"}, claims, "")
    # ok: jwt-unverified
    authlib_jwt.encode({"alg": "RS256"}, claims, key)


class Reader:
    # ruleid: jwt-unverified
    options = {"verify_signature": False, "verify_aud": False}
    # ok: jwt-unverified
    strict = {"verify_signature": True, "require": ["exp"]}


def by_key(token, key):
    # ruleid: jwt-unverified
    first = authlib_jwt.decode(token, None)
    # ok: jwt-unverified
    second = authlib_jwt.decode(token, key)
    # ruleid: jwt-unverified
    third = JsonWebToken(["none", "HS256"])
    # ok: jwt-unverified
    fourth = JsonWebToken(["HS256"])
    return first, second, third, fourth


def peeked_and_verified(token, keys):
    # ok: jwt-unverified
    claims = jwt.decode(token, options={"verify_signature": False})
    return jwt.decode(token, keys[claims["iss"]], algorithms=["RS256"])
