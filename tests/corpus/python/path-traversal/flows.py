import os
import pathlib
import shutil

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from fastapi import FastAPI, HTTPException
from flask import Flask, abort, request, send_file
from werkzeug.utils import safe_join, secure_filename

app = Flask(__name__)
api = FastAPI()
BASE = pathlib.Path("/srv/files")
FILES = {"terms": "/srv/files/terms.pdf"}


def resolve(name):
    return os.path.join("/srv/files", name)


def is_inside(base, path):
    return os.path.commonpath([base, os.path.realpath(path)]) == base


@app.route("/a")
def a():
    # ruleid: path-traversal
    return send_file(resolve(request.args["name"]))


@app.route("/b")
def b():
    path = resolve(request.args["name"])
    if not is_inside("/srv/files", path):
        abort(404)
    # ok: path-traversal
    return send_file(path)


@app.route("/c/<name>")
def c(name):
    path = safe_join("/srv/files", name)
    if path is None:
        abort(404)
    # ok: path-traversal
    return send_file(path)


@app.route("/d/<name>")
def d(name):
    path = BASE / name
    # ruleid: path-traversal
    return path.read_text()


@app.route("/e/<name>")
def e(name):
    path = (BASE / name).resolve()
    if BASE not in path.parents:
        abort(404)
    # ok: path-traversal
    return path.read_text()


@app.route("/f")
def f():
    path = os.path.normpath("/srv/files/" + request.args["name"])
    if path.startswith("/srv/files/"):
        # ok: path-traversal
        return open(path).read()
    # ruleid: path-traversal
    return open(path).read()


@app.route("/g")
def g():
    path = "/srv/files/" + request.args["name"]
    if path.startswith("/srv/files/"):
        # ruleid: path-traversal
        return open(path).read()
    return ""


@app.route("/h")
def h():
    # ok: path-traversal
    return send_file(FILES[request.args["name"]])


@app.route("/i", methods=["POST"])
def i():
    upload = request.files.get("file")
    name = upload.filename
    # ruleid: path-traversal
    upload.save(f"/srv/files/{name}")
    name = secure_filename(upload.filename)
    # ok: path-traversal
    upload.save(f"/srv/files/{name}")
    # ruleid: path-traversal
    shutil.move("/tmp/upload", "/srv/files/" + request.form["target"])
    return "ok"


@api.get("/download")
def download(path: str):
    full = os.path.join("/srv/files", path)
    if not os.path.exists(full):
        raise HTTPException(404)
    # ruleid: path-traversal
    with open(full, "rb") as stream:
        return stream.read()


def view(request, name):
    if name not in os.listdir("/srv/files"):
        raise Http404
    # ok: path-traversal
    return FileResponse(open("/srv/files/" + name, "rb"))
