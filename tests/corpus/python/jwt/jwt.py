import os
import jwt
import jose.jwt
from jose import jwt as jj, jws
from authlib.jose import jwt as aj, JsonWebToken
from jwcrypto import jwt as cj
import python_jwt
from flask import Flask, request, current_app

app = Flask(__name__)
KEY = os.environ["JWT_KEY"]


def decode(token, key):
    # ok: jwt
    jwt.decode(token, key, algorithms=["HS256"])
    # ruleid: jwt
    jwt.decode(token, key, algorithms=["HS256"], options={"verify_signature": False})
    # ruleid: jwt
    jwt.decode(token, options={"verify_signature": False})
    # ruleid: jwt
    jwt.decode(token, key, verify=False)
    # ruleid: jwt
    jwt.decode(token, verify=False)
    # ruleid: jwt
    jwt.decode(token, key, algorithms=["none"])
    # ok: jwt
    jwt.decode(token, key, algorithms=["RS256"], audience="me")
    # ok: jwt
    jwt.decode(token, key, algorithms=["HS256"], options={"require": ["exp"]})
    # ruleid: jwt
    jwt.decode(token, key, algorithms=["HS256", "none"])
    # ruleid: jwt
    jwt.decode(token, key, algorithms=["HS256"], options={"verify_exp": False})
    # ok: jwt
    jj.decode(token, key, algorithms=["HS256"])
    # ruleid: jwt
    jj.decode(token, key, options={"verify_signature": False})
    # ruleid: jwt
    jj.get_unverified_claims(token)
    # ok: jwt
    jwt.get_unverified_header(token)
    # ok: jwt
    jose.jwt.decode(token, key, algorithms="HS256")
    # ok: jwt
    jws.verify(token, key, algorithms=["HS256"])
    # ruleid: jwt
    python_jwt.process_jwt(token)
    # ok: jwt
    python_jwt.verify_jwt(token, key, ["HS256"])
    opts = {"verify_signature": False}
    # ruleid: jwt
    jwt.decode(token, key, algorithms=["HS256"], options=opts)
    # ok: jwt
    aj.decode(token, key)


def encode(payload):
    # ok: jwt
    jwt.encode(payload, KEY, algorithm="HS256")
    # ruleid: jwt
    jwt.encode(payload, None, algorithm="none")
    # ruleid: jwt
    jwt.encode(payload, "", algorithm="HS256")
    # ruleid: jwt
    jwt.encode(payload, "my-super-secret", algorithm="HS256")
    # ok: jwt
    jwt.encode(payload, key=current_app.config["SECRET_KEY"], algorithm="HS256")
    # ruleid: jwt
    jj.encode(payload, "hardcoded-key-123", algorithm="HS256")
    # ok: jwt
    jj.encode(payload, os.environ["K"], algorithm="HS256")
    secret = "s3cr3t-signing-key"
    # ruleid: jwt
    jwt.encode(payload, secret, algorithm="HS256")


@app.route("/me")
def me():
    token = request.headers["Authorization"].split()[1]
    # ok: jwt
    claims = jwt.decode(token, KEY, algorithms=["HS256"])
    return claims["sub"]
