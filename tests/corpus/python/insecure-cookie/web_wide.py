import os, logging, ldap, ldap3, re, pymongo, json
from flask import Flask, request, make_response, session, Response
from flask_cors import CORS, cross_origin
from flask_wtf.csrf import CSRFProtect
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.http import HttpResponse
from fastapi import FastAPI, Request, Response as FResponse
from fastapi.middleware.cors import CORSMiddleware
from starlette.middleware.sessions import SessionMiddleware
from aiohttp import web
import tornado.web
from lxml import etree
import xml.etree.ElementTree as ET
app = Flask(__name__)
# ruleid: hardcoded-secret
app.secret_key = "dev"
# ruleid: hardcoded-secret
app.config["SECRET_KEY"] = "0d1f2e3c4b5a"
# ok: hardcoded-secret
app.config["SECRET_KEY"] = os.environ["K"]
# ruleid: hardcoded-secret
app.config.update(SECRET_KEY="abc123def")
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_SECURE"] = False
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_HTTPONLY"] = False
# ruleid: insecure-cookie
app.config["SESSION_COOKIE_SAMESITE"] = None
# ruleid: csrf
app.config["WTF_CSRF_ENABLED"] = False
# ok: csrf
app.config.update(SESSION_COOKIE_SECURE=True)
# ruleid: misconfiguration
app.config["DEBUG"] = True
# ruleid: cors
CORS(app)
# ruleid: cors
CORS(app, origins="*")
# ok: cors
CORS(app, origins=["https://x.example"])
# ruleid: cors
CORS(app, resources={r"/*": {"origins": "*"}})
# ruleid: cors
CORS(app, supports_credentials=True, origins="*")
# ruleid: misconfiguration
app.run(debug=True)
app.run(host="0.0.0.0")
# ok: misconfiguration
app.run(debug=False)
@app.route("/c")
def c():
    r = make_response("x")
    # ruleid: insecure-cookie
    r.set_cookie("session", "v")
    # ok: insecure-cookie
    r.set_cookie("session", "v", secure=True, httponly=True, samesite="Lax")
    # ruleid: insecure-cookie
    r.set_cookie("session", "v", secure=False)
    # ruleid: insecure-cookie
    r.set_cookie("session", "v", httponly=False, secure=True)
    r.set_cookie("session", "v", secure=True, httponly=True, samesite="None")
    # ruleid: insecure-cookie
    r.headers["Set-Cookie"] = "a=b"
    # ok: insecure-cookie
    r.headers["Set-Cookie"] = "a=b; Secure; HttpOnly; SameSite=Strict"
    # ruleid: insecure-cookie
    r.headers.add("Set-Cookie", "a=b; HttpOnly")
    # ruleid: header-injection
    r.set_cookie(request.args["n"], request.args["v"], secure=True, httponly=True, samesite="Lax")
    # ruleid: cors
    r.headers["Access-Control-Allow-Origin"] = "*"
    # ruleid: cors
    r.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
    # ok: cors
    r.headers["Access-Control-Allow-Origin"] = "https://x.example"
    # ruleid: header-injection
    r.headers["X-Name"] = request.args["n"]
    # ok: header-injection
    r.delete_cookie("session")
    o = request.headers.get("Origin")
    if o in ALLOWED:
        # ok: header-injection
        r.headers["Access-Control-Allow-Origin"] = o
    return r
# ruleid: misconfiguration
api = FastAPI(debug=True)
# ruleid: cors
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
# ok: cors
api.add_middleware(CORSMiddleware, allow_origins=["https://x.example"], allow_credentials=True)
# ruleid: cors
api.add_middleware(CORSMiddleware, allow_origin_regex="https://.*example.com")
# ruleid: hardcoded-secret
api.add_middleware(SessionMiddleware, secret_key="hard-coded-key")
# ok: hardcoded-secret
api.add_middleware(SessionMiddleware, secret_key=os.environ["K"], https_only=True)
@api.get("/c")
def fc(response: FResponse):
    # ruleid: insecure-cookie
    response.set_cookie("session", "v")
    # ok: insecure-cookie
    response.set_cookie(key="session", value="v", secure=True, httponly=True)
# ruleid: csrf
@csrf_exempt
def dv(request):
    r = HttpResponse("x")
    # ruleid: insecure-cookie
    r.set_cookie("sessionid", "v")
    # ok: insecure-cookie
    r.set_cookie("sessionid", "v", secure=True, httponly=True, samesite="Strict")
    # ruleid: insecure-cookie
    r.set_signed_cookie("sessionid", "v")
    # ruleid: cors
    r["Access-Control-Allow-Origin"] = "*"
    # ruleid: header-injection
    r["X-A"] = request.GET["a"]
    return r
@csrf_protect
# ok: header-injection
def dv2(request):
    return HttpResponse("x")
# ruleid: insecure-cookie
SESSION_COOKIE_SECURE = False
# ruleid: insecure-cookie
CSRF_COOKIE_SECURE = False
# ruleid: insecure-cookie
SESSION_COOKIE_HTTPONLY = False
# ruleid: cors
CORS_ORIGIN_ALLOW_ALL = True
# ruleid: cors
CORS_ALLOW_ALL_ORIGINS = True
# ruleid: misconfiguration
DEBUG = True
# ruleid: misconfiguration
ALLOWED_HOSTS = ["*"]
# ruleid: hardcoded-secret
SECRET_KEY = "django-insecure-abcdefghijklmnop"
# ruleid: misconfiguration
SECURE_SSL_REDIRECT = False
class H(tornado.web.RequestHandler):
    # ruleid: csrf
    def check_xsrf_cookie(self):
        pass
    def get(self):
        # ruleid: insecure-cookie
        self.set_cookie("session", "v")
        # ok: insecure-cookie
        self.set_cookie("session", "v", secure=True, httponly=True)
        # ruleid: cors
        self.set_header("Access-Control-Allow-Origin", "*")
# ruleid: csrf
tornado.web.Application([], xsrf_cookies=False)
# ruleid: hardcoded-secret
tornado.web.Application([], cookie_secret="abcdef123456")
async def aio(request):
    r = web.Response()
    # ruleid: insecure-cookie
    r.set_cookie("session", "v")
    # ok: insecure-cookie
    r.set_cookie("session", "v", secure=True, httponly=True, samesite="Lax")
    return r
@app.route("/l")
def l():
    u = request.args["u"]
    con = ldap.initialize("ldap://x")
    # ruleid: ldap-injection
    con.search_s("dc=x", ldap.SCOPE_SUBTREE, "(uid=" + u + ")")
    # ok: ldap-injection
    con.search_s("dc=x", ldap.SCOPE_SUBTREE, "(uid=%s)" % ldap.filter.escape_filter_chars(u))
    # ruleid: ldap-injection
    con.search_ext_s("dc=x", 2, f"(uid={u})")
    # ruleid: authentication
    con.simple_bind_s("cn=x", "")
    con.simple_bind_s("cn=" + u + ",dc=x", "pw")
    c3 = ldap3.Connection("x")
    # ruleid: ldap-injection
    c3.search("dc=x", "(uid=" + u + ")")
    # ok: ldap-injection
    c3.search("dc=x", "(uid=" + ldap3.utils.conv.escape_filter_chars(u) + ")")
    # ruleid: authentication
    ldap3.Connection("x", user="u", password=None, authentication=ldap3.ANONYMOUS)
    t = etree.parse("f.xml")
    # ruleid: xpath-injection
    t.xpath("//user[@name='" + u + "']")
    # ok: xpath-injection
    t.xpath("//user[@name=$n]", n=u)
    # ruleid: xpath-injection
    ET.parse("f.xml").find(f".//user[@name='{u}']")
    # ruleid: xpath-injection
    etree.XPath("//a[@b='" + u + "']")
    db = pymongo.MongoClient().db
    # ruleid: nosql-injection
    db.users.find({"$where": "this.name == '" + u + "'"})
    # ruleid: nosql-injection
    db.users.find(json.loads(u))
    # ruleid: nosql-injection
    db.users.find_one({"name": request.json["name"]})
    # ok: nosql-injection
    db.users.find_one({"name": u})
    # ok: nosql-injection
    db.users.find_one({"name": str(request.json["name"])})
    # ruleid: log-injection
    logging.info("user " + u)
    # ruleid: log-injection
    logging.info("user %s", u)
    # ruleid: log-injection
    app.logger.warning("user " + u)
    # ok: log-injection
    logging.info("user " + u.replace("\n", "").replace("\r", ""))
    # ruleid: regex-dos
    re.compile(u)
    # ruleid: regex-dos
    re.search(u, "x")
    # ok: regex-dos
    re.match(re.escape(u), "x")
    # ruleid: regex-dos
    re.match("^(a+)+$", u)
    # ok: regex-dos
    re.match("^a+$", u)
def expose(password, user):
    # ruleid: data-exposure
    logging.info("password: " + password)
    # ruleid: data-exposure
    logging.info(f"password {password}")
    # ruleid: data-exposure
    print("password is", password)
    # ok: data-exposure
    logging.info("user %s", user)
    # ruleid: data-exposure
    open("x", "w").write(password)
    # ruleid: hardcoded-secret
    if password == "hunter2":
        pass
    if token == expected_token:
        pass
# ruleid: hardcoded-secret
DB_PASSWORD = "S3cr3t!pass"
aws_secret_access_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzKEYAAA"
# ok: hardcoded-secret
API_KEY = os.environ["API_KEY"]
# ok: hardcoded-secret
password = ""
password = "changeme"  
# ruleid: hardcoded-secret
db = connect(host="x", user="root", password="S3cr3t!pass")
# ok: hardcoded-secret
db = connect(host="x", user="root", password=os.getenv("P"))
