import os

import jwt
from flask import Flask

app = Flask(__name__)
# ruleid: hardcoded-secret-key
app.secret_key = "not so secret"
# ruleid: hardcoded-secret-key
app.config["SECRET_KEY"] = b"not so secret"
# ruleid: hardcoded-secret-key
SECRET_KEY = "not so secret"


def token(claims):
    # ruleid: hardcoded-secret-key
    return jwt.encode(claims, "not so secret", algorithm="HS256")


def quiet(claims, settings):
    # ok: hardcoded-secret-key
    app.secret_key = os.environ["SECRET_KEY"]
    # ok: hardcoded-secret-key
    app.config["SECRET_KEY"] = settings.secret_key
    # ok: hardcoded-secret-key
    settings.SECRET_KEY = ""
    # ok: hardcoded-secret-key
    return jwt.encode(claims, settings.secret_key, algorithm="HS256")
