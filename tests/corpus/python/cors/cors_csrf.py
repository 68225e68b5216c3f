from flask import Flask, request, make_response
from flask_cors import CORS, cross_origin
from flask_wtf import FlaskForm
from flask_wtf.csrf import CSRFProtect
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.utils.decorators import method_decorator
from django.views import View
from django.http import HttpResponse, JsonResponse
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
import aiohttp_cors
import falcon
import tornado.web
import wtforms
from aiohttp import web

ORIGINS = {"https://app.example.org"}
app = Flask(__name__)
# ruleid: cors
CORS(app)
# ok: cors
CORS(app, origins=["https://app.example.org"])
# ruleid: cors
CORS(app, origins="*", supports_credentials=True)
# ruleid: cors
CORS(app, resources={r"/api/*": {"origins": "*"}})
# ok: cors
CORS(app, resources={r"/api/*": {"origins": "https://app.example.org"}})

api = FastAPI()
# ruleid: cors
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
# ok: cors
api.add_middleware(CORSMiddleware, allow_origins=["https://app.example.org"], allow_credentials=True)
# ruleid: cors
api.add_middleware(CORSMiddleware, allow_origin_regex=".*")
origins = ["*"]
# ruleid: cors
api.add_middleware(CORSMiddleware, allow_origins=origins, allow_credentials=True)
# ruleid: cors
falcon.App(cors_enable=True)
# ok: cors
falcon.App()
# ok: cors
falcon.CORSMiddleware(allow_origins="https://app.example.org")


@app.route("/a")
def a():
    resp = make_response("x")
    # ruleid: cors
    resp.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
    # ok: cors
    resp.headers["Access-Control-Allow-Origin"] = "https://app.example.org"
    # ruleid: cors
    resp.headers["Access-Control-Allow-Origin"] = "*"
    origin = request.headers.get("Origin")
    if origin in ORIGINS:
        # ok: cors
        resp.headers["Access-Control-Allow-Origin"] = origin
    # ruleid: cors
    resp.headers.add("Access-Control-Allow-Origin", "*")
    # ok: cors
    resp.headers.add("Access-Control-Allow-Origin", "https://app.example.org")
    return resp


# ruleid: cors
@cross_origin()
def b():
    return "x"


# ok: cors
@cross_origin(origins=["https://app.example.org"])
def b2():
    return "x"


def dj(request):
    r = JsonResponse({})
    # ruleid: cors
    r["Access-Control-Allow-Origin"] = "*"
    # ok: cors
    r["Access-Control-Allow-Origin"] = "https://app.example.org"
    # ruleid: cors
    r["Access-Control-Allow-Origin"] = request.META["HTTP_ORIGIN"]
    return r


class T(tornado.web.RequestHandler):
    def set_default_headers(self):
        # ruleid: cors
        self.set_header("Access-Control-Allow-Origin", "*")
        # ok: cors
        self.set_header("Access-Control-Allow-Methods", "GET")

    # ruleid: csrf
    def check_xsrf_cookie(self):
        pass


# ok: csrf
csrf = CSRFProtect(app)
# ruleid: csrf
app.config["WTF_CSRF_ENABLED"] = False
# ok: csrf
app.config["WTF_CSRF_ENABLED"] = True
# ruleid: csrf
app.config["WTF_CSRF_CHECK_DEFAULT"] = False


# ruleid: csrf
@csrf.exempt
@app.route("/hook", methods=["POST"])
def hook():
    return "ok"


# ruleid: csrf
@csrf_exempt
def transfer(request):
    if request.method == "POST":
        return HttpResponse("done")


# ok: csrf
@csrf_protect
def transfer2(request):
    return HttpResponse("done")


# ruleid: csrf
@method_decorator(csrf_exempt, name="dispatch")
class Pay(View):
    def post(self, request):
        return HttpResponse("ok")


# ok: csrf
@method_decorator(csrf_protect, name="dispatch")
class Pay2(View):
    def post(self, request):
        return HttpResponse("ok")


class NameForm(FlaskForm):
    class Meta:
        # ruleid: csrf
        csrf = False


class OtherForm(FlaskForm):
    class Meta:
        # ok: csrf
        csrf = True


def form():
    # ruleid: csrf
    NameForm(csrf_enabled=False)
    # ruleid: csrf
    NameForm(meta={"csrf": False})
    # ok: csrf
    NameForm(request.form)


# ruleid: csrf
tornado.web.Application([], xsrf_cookies=False)
# ok: csrf
tornado.web.Application([], xsrf_cookies=True)
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware"]
