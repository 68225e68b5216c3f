import logging
import os
import socket
import socketserver
from http.server import HTTPServer, SimpleHTTPRequestHandler

import bottle
import uvicorn
from aiohttp import web
from django.conf import settings
from fastapi import FastAPI
from flask import Flask
import tornado.web

app = Flask(__name__)
# ruleid: misconfiguration
app.config["DEBUG"] = True
# ruleid: misconfiguration
app.debug = True
# ruleid: misconfiguration
app.config["TESTING"] = True
# ruleid: misconfiguration
app.config.update(DEBUG=True)
# ruleid: misconfiguration
app.config["ENV"] = "development"
# ok: misconfiguration
app.config["DEBUG"] = False
# ok: misconfiguration
app.config["DEBUG"] = os.environ.get("DEBUG") == "1"
# ok: misconfiguration
app.debug = False


def main():
    # ruleid: misconfiguration
    app.run(debug=True)
    # ruleid: misconfiguration
    app.run("127.0.0.1", 5000, debug=True)
    # ruleid: misconfiguration
    app.run(host="0.0.0.0")
    # ruleid: misconfiguration
    app.run("0.0.0.0", port=80)
    # ok: misconfiguration
    app.run()
    # ok: misconfiguration
    app.run(debug=False)
    # ok: misconfiguration
    app.run(host="127.0.0.1", debug=False)
    # ok: misconfiguration
    app.run(debug=bool(os.environ.get("DEBUG")))
    # ruleid: misconfiguration
    uvicorn.run(app, host="0.0.0.0", port=8000)
    # ok: misconfiguration
    uvicorn.run(app, host="127.0.0.1", port=8000)
    # ruleid: misconfiguration
    bottle.run(debug=True)
    # ruleid: misconfiguration
    bottle.run(host="0.0.0.0", port=80)
    # ruleid: misconfiguration
    web.run_app(app, host="0.0.0.0")
    # ruleid: misconfiguration
    tornado.web.Application([], debug=True)
    # ok: misconfiguration
    tornado.web.Application([], debug=False)
    # ruleid: misconfiguration
    FastAPI(debug=True)
    # ok: misconfiguration
    FastAPI()


def sockets():
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # ruleid: misconfiguration
    s.bind(("0.0.0.0", 8080))
    # ruleid: misconfiguration
    s.bind(("", 8080))
    # ruleid: misconfiguration
    s.bind(("::", 8080))
    # ok: misconfiguration
    s.bind(("127.0.0.1", 8080))
    # ok: misconfiguration
    s.bind(("localhost", 0))
    # ruleid: misconfiguration
    HTTPServer(("0.0.0.0", 8000), SimpleHTTPRequestHandler)
    # ruleid: misconfiguration
    socketserver.TCPServer(("", 8000), SimpleHTTPRequestHandler)
    # ok: misconfiguration
    HTTPServer(("127.0.0.1", 8000), SimpleHTTPRequestHandler)
