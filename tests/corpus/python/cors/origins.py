from django.http import HttpResponse, JsonResponse
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask, make_response, request
from flask_cors import CORS, cross_origin
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware as StarletteCORS
import aiohttp_cors
import tornado.web

app = Flask(__name__)
# ruleid: cors
CORS(app)
# ruleid: cors
CORS(app, origins="*")
# ruleid: cors
CORS(app, origins=["*"])
# ruleid: cors
CORS(app, resources={r"/api/*": {"origins": "*"}})
# ruleid: cors
CORS(app, resources={r"/api/*": {"origins": ["*"]}}, supports_credentials=True)
# ruleid: cors
CORS(app, supports_credentials=True, origins=".*")
# ok: cors
CORS(app, origins=["https://example.com"])
# ok: cors
CORS(app, resources={r"/api/*": {"origins": "https://example.com"}})
# ruleid: cors
app.config["CORS_ORIGINS"] = "*"


@app.route("/a")
# ruleid: cors
@cross_origin()
def a():
    return "a"


@app.route("/b")
# ruleid: cors
@cross_origin(origins="*")
def b():
    return "b"


@app.route("/c")
# ok: cors
@cross_origin(origins=["https://example.com"])
def c():
    return "c"


@app.after_request
def headers(response):
    # ruleid: cors
    response.headers["Access-Control-Allow-Origin"] = "*"
    # ruleid: cors
    response.headers.add("Access-Control-Allow-Origin", "*")
    # ruleid: cors
    response.headers.set("Access-Control-Allow-Origin", request.headers.get("Origin"))
    # ruleid: cors
    response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
    # ruleid: cors
    response.headers["access-control-allow-origin"] = "null"
    # ok: cors
    response.headers["Access-Control-Allow-Origin"] = "https://example.com"
    # ok: cors
    response.headers["Access-Control-Allow-Methods"] = "*"
    origin = request.headers.get("Origin")
    if origin in ("https://a.example.com", "https://b.example.com"):
        # ok: cors
        response.headers["Access-Control-Allow-Origin"] = origin
    return response


api = FastAPI()
# ruleid: cors
api.add_middleware(CORSMiddleware, allow_origins=["*"])
# ruleid: cors
api.add_middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_credentials=True,
    allow_methods=["*"],
)
# ruleid: cors
api.add_middleware(CORSMiddleware, allow_origin_regex=".*")
# ok: cors
api.add_middleware(CORSMiddleware, allow_origins=["https://example.com"])
# ok: cors
api.add_middleware(CORSMiddleware, allow_origins=["https://example.com"], allow_methods=["*"], allow_headers=["*"])
origins = ["*"]
# ruleid: cors
api.add_middleware(CORSMiddleware, allow_origins=origins)
# ruleid: cors
middleware = [Middleware(StarletteCORS, allow_origins=["*"])]

# ruleid: cors
CORS_ORIGIN_ALLOW_ALL = True
# ruleid: cors
CORS_ALLOW_ALL_ORIGINS = True
# ok: cors
CORS_ALLOW_ALL_ORIGINS = False
# ok: cors
CORS_ALLOWED_ORIGINS = ["https://example.com"]
# ruleid: cors
CORS_ALLOWED_ORIGIN_REGEXES = [r".*"]


def django_view(request):
    response = HttpResponse("ok")
    # ruleid: cors
    response["Access-Control-Allow-Origin"] = "*"
    # ok: cors
    response["Access-Control-Allow-Origin"] = "https://example.com"
    return response


class Handler(tornado.web.RequestHandler):
    def set_default_headers(self):
        # ruleid: cors
        self.set_header("Access-Control-Allow-Origin", "*")
        # ok: cors
        self.set_header("Access-Control-Allow-Origin", "https://example.com")


def aiohttp_setup(application):
    # ruleid: cors
    return aiohttp_cors.setup(application, defaults={"*": aiohttp_cors.ResourceOptions(allow_credentials=True)})


def lambda_handler(event, context):
    # ruleid: cors
    headers = {"Access-Control-Allow-Origin": "*"}
    # ok: cors
    others = {"Access-Control-Allow-Origin": "https://example.com"}
    return headers, others
