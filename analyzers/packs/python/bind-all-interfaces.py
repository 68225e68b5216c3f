import socketserver
from http.server import HTTPServer, SimpleHTTPRequestHandler

import uvicorn
from aiohttp import web


def serve(sock, app, host):
    # ruleid: bind-all-interfaces
    sock.bind(("0.0.0.0", 8080))
    # ruleid: bind-all-interfaces
    sock.bind(("", 8080))
    # ruleid: bind-all-interfaces
    app.run(host="0.0.0.0")
    # ruleid: bind-all-interfaces
    uvicorn.run(app, host="0.0.0.0", port=80)
    # ruleid: bind-all-interfaces
    HTTPServer(("", 8000), SimpleHTTPRequestHandler)
    # ruleid: bind-all-interfaces
    web.run_app(app, host="0.0.0.0")
    # ok: bind-all-interfaces
    sock.bind(("127.0.0.1", 8080))
    # ok: bind-all-interfaces
    sock.bind((host, 8080))
    # ok: bind-all-interfaces
    app.run(host="127.0.0.1")
    # ok: bind-all-interfaces
    uvicorn.run(app, host=host)
    # ok: bind-all-interfaces
    HTTPServer(("localhost", 8000), SimpleHTTPRequestHandler)


def named(server):
    address = ("0.0.0.0", 80)
    # ruleid: bind-all-interfaces
    server.bind(address)
    local = ("127.0.0.1", 80)
    # ok: bind-all-interfaces
    server.bind(local)
