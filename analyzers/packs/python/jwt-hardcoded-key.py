from authlib.jose import jwt as authlib_jwt
import os

import jwt


def sign(claims, key):
    # ruleid: jwt-hardcoded-key
    jwt.encode(claims, "secret", algorithm="HS256")
    # ruleid: jwt-hardcoded-key
    jwt.encode(claims, key="secret", algorithm="HS256")
    # ruleid: jwt-hardcoded-key
    jwt.decode(claims, "secret", algorithms=["HS256"])
    # ok: jwt-hardcoded-key
    jwt.encode(claims, key, algorithm="HS256")
    # ok: jwt-hardcoded-key
    jwt.encode(claims, os.environ["JWT_KEY"], algorithm="HS256")


def by_authlib(claims, key):
    # ruleid: jwt-hardcoded-key
    authlib_jwt.encode({"alg": "HS256"}, claims, "secret")
    # ok: jwt-hardcoded-key
    authlib_jwt.encode({"alg": "HS256"}, claims, key)
