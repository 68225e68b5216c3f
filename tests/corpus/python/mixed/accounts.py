import hashlib, hmac, os, re, secrets, time, uuid, logging, datetime
from functools import wraps
import bcrypt, jwt, requests
from flask import Flask, request, session, jsonify, redirect, make_response, abort, g, send_file
from flask_login import LoginManager, login_user, logout_user, login_required, current_user
from flask_session import Session
from werkzeug.security import generate_password_hash, check_password_hash
from django.contrib.auth import authenticate, login, logout
from django.http import HttpResponse, JsonResponse
app = Flask(__name__)
logger = logging.getLogger(__name__)
USERS = {"admin": "admin123"}
VALID_TOKENS = ["abc123token"]
# ruleid: hardcoded-secret
ADMIN_PASSWORD = "SuperAdmin!1"
RESET_TOKENS = {}


@app.route("/login1", methods=["POST"])
def login1():
    username = request.form["username"]
    password = request.form["password"]
    user = db.find(username)
    # ruleid: authentication
    if user["password"] == password:
        session["user"] = username
        return redirect("/")
    # ruleid: authentication
    if USERS.get(username) == password:
        return redirect("/")
    # ruleid: hardcoded-secret
    if username == "admin" and password == "password123":
        return redirect("/")
    # ruleid: authentication
    if password == ADMIN_PASSWORD:
        return redirect("/")
    # ruleid: weak-hash
    if hashlib.sha1(password.encode()).hexdigest() == user["hash"]:
        return redirect("/")
    # ok: weak-hash
    if bcrypt.checkpw(password.encode(), user["hash"]):
        return redirect("/")
    # ok: weak-hash
    if check_password_hash(user["hash"], password):
        session.clear()
        # ok: weak-hash
        session["user_id"] = user["id"]
        return redirect("/")
    # ok: weak-hash
    if hmac.compare_digest(user["api_key"], request.headers["X-Api-Key"]):
        return redirect("/")
    # ruleid: authentication
    cursor.execute("SELECT * FROM users WHERE username = ? AND password = ?", (username, password))
    return "bad", 401


@app.route("/register", methods=["POST"])
def register():
    pw = request.form["password"]
    # ruleid: authentication
    user = User(name=request.form["name"], password=pw)
    # ok: authentication
    user2 = User(name=request.form["name"], password=generate_password_hash(pw))
    # ruleid: authentication
    user3 = User(name=request.form["name"], password=hashlib.md5(pw.encode()).hexdigest())
    # ruleid: weak-hash
    user4 = User(name=request.form["name"], password_hash=bcrypt.hashpw(pw.encode(), bcrypt.gensalt(4)))
    # ruleid: authentication
    db.execute("INSERT INTO users (name, password) VALUES (?, ?)", (request.form["name"], pw))
    db.session.add(user)
    return "ok"


@app.route("/reset", methods=["POST"])
def reset():
    email = request.form["email"]
    token = str(int(time.time()))
    # ruleid: weak-hash
    token2 = hashlib.md5(email.encode()).hexdigest()
    # ok: weak-hash
    reset_token = secrets.token_urlsafe(32)
    # ruleid: weak-random
    reset_code = str(random.randint(1000, 9999))
    # ruleid: log-injection
    logger.info("Reset token for %s: %s", email, reset_token)
    return jsonify({"reset_token": reset_token})


@app.route("/session")
def fix():
    sid = request.args.get("sid")
    if sid:
        # ruleid: authentication
        session["session_id"] = sid
    resp = make_response("ok")
    # ruleid: authentication
    resp.set_cookie("session_id", sid)
    # ruleid: authentication
    resp.set_cookie("PHPSESSID", request.cookies.get("PHPSESSID"))
    # ok: authentication
    resp.set_cookie("session_id", secrets.token_hex(16), httponly=True, secure=True, samesite="Lax")
    return resp


def token_auth(f):
    @wraps(f)
    def inner(*a, **k):
        token = request.headers.get("Authorization", "").replace("Bearer ", "")
        # ruleid: jwt
        data = jwt.decode(token, options={"verify_signature": False})
        # ok: jwt
        data = jwt.decode(token, app.config["SECRET_KEY"], algorithms=["HS256"])
        # ruleid: jwt
        data = jwt.decode(token, app.config["SECRET_KEY"], algorithms=["HS256", "none"])
        # ruleid: jwt
        data = jwt.decode(token, "secret", algorithms=["HS256"])
        # ruleid: hardcoded-secret
        if token == "static-admin-token-123":
            return f(*a, **k)
        if request.args.get("debug") == "1":
            return f(*a, **k)
        # ruleid: authentication
        if request.args.get("role") == "admin":
            return f(*a, **k)
        # ruleid: authentication
        if request.cookies.get("admin") == "true":
            return f(*a, **k)
        return abort(401)
    return inner


def make_token(user):
    # ruleid: jwt
    a = jwt.encode({"user_id": user.id}, "changeme123", algorithm="HS256")
    # ok: jwt
    b = jwt.encode({"user_id": user.id, "exp": datetime.datetime.utcnow() + datetime.timedelta(hours=1)}, os.environ["KEY"], algorithm="HS256")
    return a, b


def django_login(request):
    username = request.POST["username"]
    password = request.POST["password"]
    # ruleid: authentication
    user = User.objects.get(username=username, password=password)
    # ruleid: authentication
    if user.password == password:
        request.session["user_id"] = user.id
    # ok: authentication
    user = authenticate(request, username=username, password=password)
    if user is not None:
        # ok: authentication
        login(request, user)
    # ruleid: data-exposure
    logger.warning("Failed login for %s with password %s" % (username, password))
    return HttpResponse()


def change_password(request):
    # ok: data-exposure
    request.user.set_password(request.POST["new_password"])
    # ruleid: authentication
    request.user.password = request.POST["new_password"]
    request.user.save()


class Config:
    # ruleid: misconfiguration
    DEBUG = True
    # ruleid: hardcoded-secret
    SECRET_KEY = "dev-secret-key-123"
    # ruleid: insecure-cookie
    SESSION_COOKIE_SECURE = False
    # ruleid: insecure-cookie
    SESSION_COOKIE_HTTPONLY = False
    # ruleid: csrf
    WTF_CSRF_ENABLED = False
    # ruleid: hardcoded-secret
    SQLALCHEMY_DATABASE_URI = "postgresql://user:Passw0rd1@localhost/db"
    # ruleid: hardcoded-secret
    JWT_SECRET_KEY = "jwt-secret-string-9"
    PERMANENT_SESSION_LIFETIME = 31536000


def pii(user, card):
    # ruleid: data-exposure
    logger.info("SSN: %s", user.ssn)
    # ruleid: data-exposure
    logger.debug("card number %s cvv %s", card.number, card.cvv)
    # ruleid: data-exposure
    print(f"User password is {user.password}")
    # ruleid: data-exposure
    logger.info("api key: " + API_KEY)
    # ok: data-exposure
    logger.info("user %s logged in", user.id)
    # ok: data-exposure
    logger.error("login failed for user_id=%s", user.id)
    # ruleid: data-exposure
    logger.info(f"Credit card: {card.card_number}")
    # ruleid: log-injection
    logger.info("headers: %s", request.headers)
    with open("users.txt", "w") as f:
        # ruleid: data-exposure
        f.write(user.password)
    requests.get("https://x.com/login?password=" + user.password)
    # ruleid: data-exposure
    requests.get("http://api.example.com/login", auth=("u", user.password))
    # ok: data-exposure
    requests.post("https://api.example.com/login", json={"password": user.password})
    return jsonify(user.__dict__)


@app.errorhandler(Exception)
def on_error(e):
    # ruleid: data-exposure
    return jsonify(error=str(e), trace=traceback.format_exc()), 500


@app.route("/debug/env")
def env():
    # ruleid: data-exposure
    return jsonify(dict(os.environ))


@app.route("/config")
def conf():
    # ruleid: data-exposure
    return str(app.config)
