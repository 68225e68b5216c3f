import os
import socket
import tempfile
import xml.etree.ElementTree as ET
from xml.dom import minidom
import lxml.etree as LET
import smtplib
import stat
from http.server import BaseHTTPRequestHandler, HTTPServer, CGIHTTPRequestHandler
from socketserver import TCPServer
import flask
import gradio as gr
import sanic
from flask_talisman import Talisman
from flask_session import Session
from starlette.middleware.cors import CORSMiddleware
from starlette.applications import Starlette
from starlette.middleware import Middleware
from sanic_cors import CORS as SanicCORS
from django.http import HttpResponse
import dash

app = flask.Flask(__name__)
# ruleid: hardcoded-secret
app.config.from_mapping(SECRET_KEY="q9W3e7R1t5Y8u2I4", DEBUG=False)
# ok: hardcoded-secret
app.config.from_mapping(SECRET_KEY=os.environ["S"])
# ok: insecure-cookie
Talisman(app, session_cookie_secure=True)
# ruleid: cors
Starlette(middleware=[Middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)])
# ok: cors
Starlette(middleware=[Middleware(CORSMiddleware, allow_origins=["https://a.example.org"])])
# ruleid: cors
SanicCORS(app, resources={r"/api/*": {"origins": "*"}})
# ruleid: misconfiguration
dash.Dash(__name__).run_server(debug=True)
# ok: misconfiguration
dash.Dash(__name__).run_server(debug=False)
# ruleid: misconfiguration
HTTPServer(("0.0.0.0", 80), BaseHTTPRequestHandler)
# ok: misconfiguration
HTTPServer(("127.0.0.1", 80), BaseHTTPRequestHandler)


class H(BaseHTTPRequestHandler):
    def do_GET(self):
        # ruleid: xss
        self.wfile.write(b"<p>" + self.path.encode() + b"</p>")
        # ok: xss
        self.wfile.write(b"<p>ok</p>")
        # ruleid: cors
        self.send_header("Access-Control-Allow-Origin", "*")
        # ruleid: open-redirect
        self.send_header("Location", self.headers["X-Next"])
        # ruleid: path-traversal
        with open("." + self.path) as f:
            f.read()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        # ruleid: command-injection
        os.system(body.decode())
        # ruleid: xxe
        ET.fromstring(body)
        # ok: xxe
        LET.fromstring(body, parser=LET.XMLParser(resolve_entities=False))
        # ruleid: xxe
        LET.iterparse(body, resolve_entities=True)
        # ok: xxe
        minidom.parse("/etc/app.xml")


def files(data):
    # ok: insecure-tempfile
    with tempfile.NamedTemporaryFile(mode="w", delete=False) as f:
        f.write(data)
    # ruleid: insecure-tempfile
    open("/tmp/out-" + str(os.getpid()), "w").write(data)
    # ok: file-permissions
    os.chmod("x", stat.S_IRWXU | stat.S_IRGRP)
    # ruleid: file-permissions
    os.chmod("x", 0o757)
    # ok: file-permissions
    fd = os.open("x", os.O_CREAT | os.O_RDWR, mode=0o600)
    # ruleid: file-permissions
    os.fchmod(fd, stat.S_IRWXO)


def dj(request):
    r = HttpResponse("x")
    # ruleid: insecure-cookie
    r.set_cookie("sessionid", "v", max_age=10)
    # ok: insecure-cookie
    r.set_cookie("sessionid", "v", secure=True, httponly=True, samesite="Strict", max_age=10)
    # ruleid: cors
    r.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin")
    try:
        1 / 0
    except ZeroDivisionError as e:
        # ruleid: data-exposure
        return HttpResponse(repr(e))
    return r
