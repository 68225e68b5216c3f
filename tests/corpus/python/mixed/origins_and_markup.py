from flask import Flask, request, Response, jsonify, make_response
from flask_cors import CORS, cross_origin
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from django.views.decorators.csrf import csrf_exempt, csrf_protect, ensure_csrf_cookie
from lxml import etree, objectify
import xml.etree.ElementTree as ET
import xml.sax, xmlrpc.client
from xml.dom import minidom
from defusedxml.ElementTree import fromstring as safe_fromstring
import aiohttp_cors, falcon, cherrypy
app = Flask(__name__)

@app.after_request
def add(resp):
    origin = request.headers.get("Origin", "")
    # ruleid: cors
    resp.headers["Access-Control-Allow-Origin"] = origin
    resp.headers["Access-Control-Allow-Credentials"] = "true"
    if origin in ALLOWED:
        # ok: cors
        resp.headers["Access-Control-Allow-Origin"] = origin
    if origin.endswith("example.com"):
        # ruleid: cors
        resp.headers["Access-Control-Allow-Origin"] = origin
    # ruleid: cors
    resp.headers["Access-Control-Allow-Origin"] = "null"
    # ruleid: cors
    resp.headers.set("Access-Control-Allow-Origin", "*")
    # ok: cors
    resp.headers["Access-Control-Allow-Methods"] = "GET, POST"
    return resp

@app.route("/x")
# ruleid: cors
@cross_origin()
def x():
    return jsonify({})

@app.route("/y")
# ok: cors
@cross_origin(origins=["https://a.example.com"])
def y():
    return jsonify({})

# ok: cors
CORS(app, resources={r"/*": {"origins": ["https://a.example.com"]}})
# ruleid: cors
CORS(app, origins=".*")
api = FastAPI()
origins = ["*"]
# ruleid: cors
api.add_middleware(CORSMiddleware, allow_origins=origins, allow_credentials=True)
# ruleid: cors
falcon.App(cors_enable=True)

def up(request):
    # ruleid: xxe
    tree = etree.parse(request.FILES["f"])
    # ruleid: xxe
    doc = minidom.parseString(request.body)
    # ruleid: xxe
    parser = etree.XMLParser(load_dtd=True, no_network=False)
    # ok: xxe
    parser2 = etree.XMLParser(resolve_entities=False, no_network=True)
    # ok: xxe
    etree.fromstring(request.body, parser=parser2)
    # ruleid: xxe
    objectify.fromstring(request.body)
    # ok: xxe
    safe_fromstring(request.body)
    p = xml.sax.make_parser()
    # ok: xxe
    p.setFeature(xml.sax.handler.feature_external_ges, False)
    # ruleid: xxe
    xml.sax.parseString(request.body, H())
    ET.XMLParser()
    # ok: xxe
    ET.parse("config.xml")
    return tree

@csrf_protect
# ok: xxe
def ok(request):
    return None

class V(APIView):
    # ruleid: authentication
    authentication_classes = []
    permission_classes = [AllowAny]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    # "django.middleware.csrf.CsrfViewMiddleware",
]
# ruleid: authentication
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"]}
