from flask import request

ALLOWED = {"https://a.example.com"}


def add(response):
    # ruleid: cors-reflected-origin
    response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
    origin = request.headers.get("Origin")
    # ruleid: cors-reflected-origin
    response.headers["Access-Control-Allow-Origin"] = origin
    if origin in ALLOWED:
        # ok: cors-reflected-origin
        response.headers["Access-Control-Allow-Origin"] = origin
    # ok: cors-reflected-origin
    response.headers["Access-Control-Allow-Origin"] = "https://a.example.com"
