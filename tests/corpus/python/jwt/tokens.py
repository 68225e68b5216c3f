import os

import jwt
import jwt as pyjwt
from jose import jwt as jose_jwt
from jwt import decode, encode

SECRET = "not-so-secret"


def verify(token, key):
    # ruleid: jwt
    jwt.decode(token, verify=False)
    # ruleid: jwt
    jwt.decode(token, options={"verify_signature": False})
    # ruleid: jwt
    jwt.decode(token, key, algorithms=["HS256"], options={"verify_signature": False})
    # ruleid: jwt
    jwt.decode(token, key, algorithms=["none"])
    # ruleid: jwt
    jwt.decode(token, key, algorithms=["HS256", "none"])
    # ruleid: jwt
    decode(token, options={"verify_signature": False, "verify_exp": True})
    # ruleid: jwt
    pyjwt.decode(token, key, verify=False)
    # ruleid: jwt
    jwt.decode(token, key, algorithms=["RS256"], options={"verify_exp": False})
    # ruleid: jwt
    jose_jwt.get_unverified_claims(token)
    # ruleid: jwt
    jose_jwt.decode(token, key, options={"verify_signature": False})
    # ok: jwt
    jwt.decode(token, key, algorithms=["HS256"])
    # ok: jwt
    jwt.decode(token, key, algorithms=["RS256"], options={"require": ["exp"]})
    # ok: jwt
    jwt.decode(token, key, algorithms=["HS256"], options={"verify_signature": True})
    # ok: jwt
    jose_jwt.decode(token, key, algorithms=["HS256"])


def sign(claims, key):
    # ruleid: jwt
    jwt.encode(claims, None, algorithm="none")
    # ruleid: jwt
    jwt.encode(claims, "", algorithm="none")
    # ruleid: jwt
    jose_jwt.encode(claims, key, algorithm="none")
    # ruleid: jwt
    jwt.encode(claims, "secret", algorithm="HS256")
    # ruleid: jwt
    jwt.encode(claims, SECRET, algorithm="HS256")
    # ruleid: jwt
    encode(claims, key="hunter2hunter2", algorithm="HS256")
    # ruleid: jwt
    jwt.decode(claims, "secret", algorithms=["HS256"])
    # ruleid: jwt
    jwt.encode({"user": "x", "password": "y"}, key, algorithm="HS256")
    # ok: jwt
    jwt.encode(claims, key, algorithm="HS256")
    # ok: jwt
    jwt.encode(claims, os.environ["JWT_KEY"], algorithm="HS256")
    # ok: jwt
    jose_jwt.encode(claims, key, algorithm="RS256")
