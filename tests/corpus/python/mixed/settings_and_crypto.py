import hashlib
import hmac
import logging
import os
import random
import smtplib
import ssl
import stat
import string
import tarfile
import tempfile
import uuid
import zipfile
from datetime import datetime, timedelta

import bcrypt
import jwt
import requests
import urllib3
from cryptography.hazmat.primitives.asymmetric import rsa, dsa, ec
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from Crypto.Cipher import AES, DES3, ARC4, Blowfish
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask, request, jsonify, session, g, make_response, current_app, send_file, abort
from flask_cors import CORS, cross_origin
from flask_login import login_user, login_required
from flask_wtf.csrf import CSRFProtect
from werkzeug.security import generate_password_hash, check_password_hash

app = Flask(__name__)
api = FastAPI()
log = logging.getLogger("x")

# ruleid: hardcoded-secret
app.config["SECRET_KEY"] = "super-secret-development-key"
# ok: hardcoded-secret
app.secret_key = os.urandom(24)
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_SECURE"] = False
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_HTTPONLY"] = False
# ok: insecure-cookie
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
# ruleid: insecure-cookie
app.config.update(SESSION_COOKIE_SECURE=False)
# ruleid: csrf
app.config["WTF_CSRF_ENABLED"] = False
# ruleid: misconfiguration
app.config["DEBUG"] = True
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_SAMESITE"] = None

# ruleid: cors
CORS(app)
# ruleid: cors
CORS(app, resources={r"/api/*": {"origins": "*"}})
# ok: cors
CORS(app, origins=["https://app.example.com"])
# ruleid: cors
CORS(app, origins="*", supports_credentials=True)
# ruleid: cors
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
# ok: cors
api.add_middleware(CORSMiddleware, allow_origins=["https://a.example.com"], allow_credentials=True)
# ruleid: cors
api.add_middleware(CORSMiddleware, allow_origin_regex=".*", allow_credentials=True)


@app.after_request
def headers(resp):
    # ruleid: cors
    resp.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin")
    # ok: cors
    resp.headers["Access-Control-Allow-Origin"] = "https://app.example.com"
    # ruleid: cors
    resp.headers.add("Access-Control-Allow-Origin", "*")
    return resp


@app.route("/login", methods=["POST"])
def login():
    user = find(request.form["name"])
    # ruleid: authentication
    if user.password == request.form["password"]:
        login_user(user)
    # ok: authentication
    if check_password_hash(user.password, request.form["password"]):
        session["user"] = user.id
    # ruleid: weak-hash
    if hashlib.md5(request.form["password"].encode()).hexdigest() == user.digest:
        session["user"] = user.id
    sig = hmac.new(b"k", request.data, hashlib.sha256).hexdigest()
    # ruleid: timing
    if sig == request.headers["X-Signature"]:
        pass
    # ok: timing
    if hmac.compare_digest(sig, request.headers["X-Signature"]):
        pass
    # ruleid: data-exposure
    log.info("login %s with password %s", user.name, request.form["password"])
    # ruleid: log-injection
    log.debug(f"token={user.api_token}")
    # ruleid: data-exposure
    print("password:", user.password)
    log.info("password changed for user %s", user.id)
    return jsonify(ok=True)


@app.route("/err")
def err():
    try:
        work()
    except Exception as e:
        # ruleid: data-exposure
        return jsonify({"error": str(e)}), 500


@app.route("/err2")
def err2():
    import traceback
    try:
        work()
    except Exception:
        # ruleid: data-exposure
        return traceback.format_exc()


@app.route("/err3")
def err3():
    try:
        work()
    except Exception as e:
        log.exception("failed")
        # ok: data-exposure
        return jsonify({"error": "internal error"}), 500


def tokens():
    # ok: weak-random
    a = "".join(random.choice(string.ascii_letters) for _ in range(32))
    # ruleid: weak-random
    reset_token = "".join(random.choices(string.ascii_letters + string.digits, k=32))
    # ruleid: weak-random
    password = "".join([random.choice(string.ascii_letters) for _ in range(12)])
    # ruleid: weak-random
    otp = random.randint(100000, 999999)
    # ruleid: weak-random
    session_id = hashlib.sha256(str(random.random()).encode()).hexdigest()
    # ok: weak-random
    dice = random.randint(1, 6)
    return a


def generate_session_token():
    # ruleid: weak-random
    return random.getrandbits(128)


def jwts(token, key):
    # ruleid: jwt
    jwt.decode(token, key, algorithms=["HS256"], options={"verify_signature": False})
    # ruleid: jwt
    jwt.decode(token, verify=False)
    # ok: jwt
    jwt.decode(token, key, algorithms=["HS256"])
    # ruleid: jwt
    jwt.decode(token, key, algorithms=["none", "HS256"])
    # ruleid: jwt
    jwt.encode({"sub": 1}, "secret", algorithm="HS256")
    # ruleid: jwt
    jwt.encode({"sub": 1}, key, algorithm="none")
    # ok: jwt
    jwt.encode({"sub": 1}, key, algorithm="HS256")
    # ruleid: jwt
    jwt.encode({"sub": 1}, None, algorithm=None)
    # ruleid: jwt
    jwt.decode(token, options={"verify_exp": False, "verify_signature": True}, key=key, algorithms=["RS256"])


def files(name):
    # ruleid: file-permissions
    os.chmod(name, 0o777)
    # ruleid: file-permissions
    os.chmod(name, stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO)
    # ok: file-permissions
    os.chmod(name, 0o600)
    # ruleid: file-permissions
    os.open(name, os.O_CREAT | os.O_WRONLY, 0o666)
    # ruleid: file-permissions
    os.umask(0)
    # ruleid: file-permissions
    os.makedirs(name, mode=0o777)
    # ok: file-permissions
    os.mkdir(name, 0o700)
    # ruleid: file-permissions
    os.fchmod(3, 0o777)
    # ruleid: insecure-tempfile
    tempfile.mktemp()
    # ok: insecure-tempfile
    tempfile.NamedTemporaryFile()
    # ruleid: insecure-tempfile
    open("/tmp/app.lock", "w")
    # ruleid: insecure-tempfile
    open("/tmp/" + str(os.getpid()), "w")
    # ruleid: insecure-tempfile
    os.tmpnam()


def tls(host, url):
    # ruleid: tls-verification
    requests.get(url, verify=False, timeout=3)
    # ok: tls-verification
    requests.get(url, verify="/etc/ca.pem", timeout=3)
    # ruleid: tls-verification
    ssl._create_default_https_context = ssl._create_unverified_context
    ctx = ssl.create_default_context()
    # ruleid: tls-verification
    ctx.check_hostname = False
    # ruleid: tls-verification
    ctx.verify_mode = ssl.CERT_NONE
    # ruleid: tls-verification
    ssl.wrap_socket(None, ssl_version=ssl.PROTOCOL_SSLv3)
    # ruleid: tls-verification
    c2 = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    # ok: tls-verification
    c3 = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # ok: tls-verification
    c3.minimum_version = ssl.TLSVersion.TLSv1_2
    # ruleid: tls-verification
    c3.minimum_version = ssl.TLSVersion.TLSv1
    # ruleid: tls-verification
    urllib3.PoolManager(cert_reqs="CERT_NONE")
    c4 = ssl.create_default_context()
    # ruleid: tls-verification
    c4.options &= ~ssl.OP_NO_SSLv3


def crypto(key, iv):
    # ruleid: weak-crypto
    rsa.generate_private_key(65537, 1024)
    # ok: weak-crypto
    rsa.generate_private_key(public_exponent=65537, key_size=2048)
    # ruleid: weak-crypto
    dsa.generate_private_key(1024)
    # ruleid: weak-crypto
    ec.generate_private_key(ec.SECP192R1())
    # ok: weak-crypto
    ec.generate_private_key(ec.SECP256R1())
    # ruleid: weak-crypto
    AES.new(key, AES.MODE_ECB)
    # ruleid: weak-crypto
    AES.new(key, AES.MODE_CBC, b"0000000000000000")
    # ruleid: weak-crypto
    AES.new(b"sixteen byte key", AES.MODE_GCM)
    # ruleid: weak-crypto
    ARC4.new(key)
    # ruleid: weak-crypto
    DES3.new(key, DES3.MODE_CBC, iv)
    # ruleid: weak-crypto
    Cipher(algorithms.TripleDES(key), modes.CBC(iv))
    # ok: weak-crypto
    Cipher(algorithms.AES(key), modes.GCM(iv))
    # ruleid: weak-hash
    hashes.Hash(hashes.MD5())
    # ok: weak-hash
    hashes.Hash(hashes.SHA256())
    # ruleid: weak-crypto
    hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000)


def archives(path, dest):
    with tarfile.open(path) as t:
        # ruleid: path-traversal
        t.extractall(dest)
    with tarfile.open(path) as t:
        # ok: path-traversal
        t.extractall(dest, filter="data")
    with zipfile.ZipFile(path) as z:
        for info in z.infolist():
            # ruleid: path-traversal
            with open(os.path.join(dest, info.filename), "wb") as out:
                out.write(z.read(info))


# ruleid: hardcoded-secret
DB_PASSWORD = "hunter2!prod"
# ok: hardcoded-secret
password = os.environ["PASSWORD"]
# ruleid: hardcoded-secret
api_key = "sk_live_4eC39HqLyjWDarjtT1zdp7dc"
# ruleid: hardcoded-secret
conn = connect(host="db", user="root", password="Pr0d-db-pass")
# ruleid: hardcoded-secret
url = "postgres://admin:s3cretpw@db.internal:5432/app"
# ok: hardcoded-secret
placeholder_password = "<your-password>"


@app.route("/admin/delete/<int:uid>", methods=["POST"])
@login_required
def admin(uid):
    return "ok"


@app.route("/admin/raw")
def admin_raw():
    # ruleid: authentication
    if request.args.get("admin") == "true":
        return "secret"
    # ruleid: authentication
    if request.cookies.get("is_admin") == "1":
        return "secret"
    # ok: authentication
    if session.get("is_admin"):
        return "fine"
    # ruleid: authentication
    if request.form["password"] == "letmein":
        return "in"
    return ""


if __name__ == "__main__":
    # ruleid: misconfiguration
    app.run(host="0.0.0.0", debug=True)
