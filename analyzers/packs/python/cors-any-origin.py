from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.middleware import Middleware
from flask_cors import CORS, cross_origin


def setup(app, api, response):
    # ruleid: cors-any-origin
    CORS(app)
    # ruleid: cors-any-origin
    CORS(app, resources={r"/api/*": {"origins": "*"}})
    # ruleid: cors-any-origin
    CORS(app, origins=["*"], supports_credentials=True)
    # ruleid: cors-any-origin
    api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["*"])
    # ruleid: cors-any-origin
    api.add_middleware(CORSMiddleware, allow_origin_regex=".*")
    # ruleid: cors-any-origin
    Middleware(CORSMiddleware, allow_origin_regex=".*")
    # ok: cors-any-origin
    Middleware(CORSMiddleware, allow_origin_regex=r"https://[a-z]+\.example\.org")
    # ruleid: cors-any-origin
    response.headers["Access-Control-Allow-Origin"] = "*"
    # ruleid: cors-any-origin
    response["access-control-allow-origin"] = "null"
    # ruleid: cors-any-origin
    headers = {"Content-Type": "text/plain", "Access-Control-Allow-Origin": "*"}
    # ok: cors-any-origin
    CORS(app, origins=["https://example.com"])
    # ok: cors-any-origin
    CORS(app, resources={r"/api/*": {"origins": "https://example.com"}})
    # ok: cors-any-origin
    api.add_middleware(CORSMiddleware, allow_origins=["https://example.com"], allow_methods=["*"])
    # ok: cors-any-origin
    response.headers["Access-Control-Allow-Methods"] = "*"
    # ok: cors-any-origin
    response.headers["Access-Control-Allow-Origin"] = "https://example.com"
    return headers


# ruleid: cors-any-origin
@cross_origin()
def anyone():
    return ""


# ok: cors-any-origin
@cross_origin(origins=["https://example.com"])
def someone():
    return ""


def answer(headers, allow_all_origins):
    if allow_all_origins:
        # ok: cors-any-origin
        headers["Access-Control-Allow-Origin"] = "*"


def suffix(api):
    # ruleid: cors-any-origin
    api.add_middleware(CORSMiddleware, allow_origin_regex="https://.*example.com")
    # ok: cors-any-origin
    api.add_middleware(CORSMiddleware, allow_origin_regex=r"https://.*\.example\.com")


# ruleid: cors-any-origin
socketio = SocketIO(app, cors_allowed_origins="*")
# ok: cors-any-origin
own_socketio = SocketIO(app, cors_allowed_origins=["https://app.example.com"])
