import hashlib, hmac, random, secrets, ssl, os, tempfile, stat
import requests, jwt, urllib3, paramiko, httpx, aiohttp
from Crypto.Cipher import AES, DES, ARC4, Blowfish
from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.asymmetric import rsa, dsa, ec
from cryptography.hazmat.primitives import hashes
from flask import Flask, make_response, session, request
from flask_cors import CORS
from flask_wtf.csrf import CSRFProtect
from django.views.decorators.csrf import csrf_exempt
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from werkzeug.security import check_password_hash
import logging

app = Flask(__name__)
# ruleid: hardcoded-secret
app.secret_key = "dev-secret-key-123"
# ok: hardcoded-secret
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_SECURE"] = False
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_HTTPONLY"] = False
# ok: insecure-cookie
app.config["SESSION_COOKIE_SECURE"] = True
# ruleid: csrf
app.config["WTF_CSRF_ENABLED"] = False
# ruleid: misconfiguration
app.config["DEBUG"] = True
# ruleid: cors
CORS(app)
# ruleid: cors
CORS(app, origins="*", supports_credentials=True)
# ok: cors
CORS(app, origins=["https://a.example.com"])
api = FastAPI()
# ruleid: cors
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
# ok: cors
api.add_middleware(CORSMiddleware, allow_origins=["https://a.example.com"], allow_credentials=True)
# ruleid: misconfiguration
api2 = FastAPI(debug=True)

# ruleid: hardcoded-secret
AWS_SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzKEYabcde"
# ruleid: hardcoded-secret
PASSWORD = "hunter2hunter2"
# ok: hardcoded-secret
password_hint = "the name of my dog"
# ruleid: hardcoded-secret
conn = psycopg2.connect(host="db", user="app", password="Sup3rSecret!")
# ok: hardcoded-secret
conn = psycopg2.connect(host="db", user="app", password=os.environ["PW"])
token = "s3cr3t"
# ruleid: hardcoded-secret
d["token"] = "s3cr3t-value-9"
# ruleid: hardcoded-secret
if password == "letmein42":
    pass


def crypto(data, key):
    # ruleid: weak-hash
    hashlib.md5(data)
    # ok: weak-hash
    hashlib.md5(data, usedforsecurity=False)
    # ruleid: weak-hash
    hashlib.sha1(data).hexdigest()
    # ruleid: weak-hash
    hashlib.new("md5", data)
    # ok: weak-hash
    hashlib.sha256(data)
    # ruleid: weak-hash
    hashes.Hash(hashes.MD5())
    # ruleid: weak-hash
    hmac.new(key, data, hashlib.md5)
    # ruleid: weak-crypto
    AES.new(key, AES.MODE_ECB)
    # ok: weak-crypto
    AES.new(key, AES.MODE_GCM)
    # ruleid: weak-crypto
    AES.new(key, AES.MODE_CBC, b"0000000000000000")
    # ruleid: weak-crypto
    DES.new(key, DES.MODE_ECB)
    # ruleid: weak-crypto
    ARC4.new(key)
    # ruleid: weak-crypto
    Cipher(algorithms.AES(key), modes.ECB())
    # ruleid: weak-crypto
    Cipher(algorithms.TripleDES(key), modes.CBC(os.urandom(8)))
    # ruleid: weak-crypto
    rsa.generate_private_key(public_exponent=65537, key_size=1024)
    # ok: weak-crypto
    rsa.generate_private_key(public_exponent=65537, key_size=3072)
    # ruleid: weak-crypto
    RSA.generate(1024)


def make_token():
    # ruleid: weak-random
    return "".join(random.choice("abc") for _ in range(20))


def reset_code():
    # ruleid: weak-random
    return random.randint(100000, 999999)


def make_token2():
    # ok: weak-random
    return secrets.token_hex(16)


def dice():
    # ok: weak-random
    return random.randint(1, 6)


def tls():
    # ruleid: tls-verification
    requests.get("https://a", verify=False)
    # ok: tls-verification
    requests.get("https://a", verify="/ca.pem")
    s = requests.Session()
    # ruleid: tls-verification
    s.verify = False
    # ruleid: tls-verification
    httpx.Client(verify=False)
    # ruleid: tls-verification
    ssl._create_default_https_context = ssl._create_unverified_context
    ctx = ssl.create_default_context()
    # ruleid: tls-verification
    ctx.check_hostname = False
    # ruleid: tls-verification
    ctx.verify_mode = ssl.CERT_NONE
    # ruleid: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    # ok: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    urllib3.disable_warnings()
    c = paramiko.SSHClient()
    # ruleid: tls-verification
    c.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    # ok: tls-verification
    c.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ruleid: tls-verification
    aiohttp.TCPConnector(ssl=False)


def jwts(tok, key):
    # ruleid: jwt
    jwt.decode(tok, key, algorithms=["none"])
    # ruleid: jwt
    jwt.decode(tok, options={"verify_signature": False})
    # ok: jwt
    jwt.decode(tok, key, algorithms=["HS256"])
    # ruleid: jwt
    jwt.encode({"a": 1}, "secret", algorithm="HS256")
    # ruleid: jwt
    jwt.decode(tok, verify=False)


def files():
    # ruleid: file-permissions
    os.chmod("/etc/a", 0o777)
    # ok: file-permissions
    os.chmod("/etc/a", 0o600)
    # ruleid: file-permissions
    os.chmod("/etc/a", stat.S_IRWXO)
    # ruleid: file-permissions
    os.umask(0)
    # ruleid: insecure-tempfile
    tempfile.mktemp()
    # ok: insecure-tempfile
    tempfile.mkstemp()
    # ruleid: insecure-tempfile
    open("/tmp/app.lock", "w")
    # ruleid: file-permissions
    os.makedirs("/srv/a", mode=0o777)


@app.route("/login", methods=["POST"])
def login():
    user = User.query.filter_by(name=request.form["name"]).first()
    # ruleid: authentication
    if user.password == request.form["password"]:
        session["user"] = user.id
    # ruleid: data-exposure
    logging.info("login with password %s", request.form["password"])
    response = make_response("x")
    # ruleid: insecure-cookie
    response.set_cookie("session", "x")
    # ok: insecure-cookie
    response.set_cookie("session", "x", secure=True, httponly=True, samesite="Lax")
    # ruleid: cors
    response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
    # ruleid: cors
    response.headers["Access-Control-Allow-Origin"] = "*"
    try:
        pass
    except Exception as e:
        # ruleid: data-exposure
        return str(e), 500
    return response


# ruleid: csrf
@csrf_exempt
def transfer(request):
    pass


if __name__ == "__main__":
    # ruleid: misconfiguration
    app.run(debug=True)
    # ruleid: misconfiguration
    app.run(host="0.0.0.0")
    # ok: misconfiguration
    app.run()
