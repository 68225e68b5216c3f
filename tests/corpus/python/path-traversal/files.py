import io
import os
import pathlib
import shutil
import tarfile
import zipfile
from pathlib import Path

import aiofiles
import tornado.web
from aiohttp import web
from django.http import FileResponse, HttpResponse
from fastapi import FastAPI, UploadFile
from fastapi.responses import FileResponse as FastFileResponse
from flask import Flask, abort, request, safe_join, send_file, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)
api = FastAPI()
ROOT = "/srv/files"


@app.route("/read")
def read():
    name = request.args.get("name")
    # ruleid: path-traversal
    open(name).read()
    # ruleid: path-traversal
    open("/srv/files/" + name)
    # ruleid: path-traversal
    open(f"/srv/files/{name}")
    # ruleid: path-traversal
    open("/srv/files/%s" % request.args["name"], "rb")
    # ruleid: path-traversal
    open(os.path.join(ROOT, name))
    path = os.path.join(ROOT, name)
    # ruleid: path-traversal
    with open(path) as stream:
        stream.read()
    # ruleid: path-traversal
    io.open(path)
    # ruleid: path-traversal
    os.remove(path)
    # ruleid: path-traversal
    os.unlink(os.path.join(ROOT, request.form["name"]))
    # ruleid: path-traversal
    shutil.rmtree(path)
    # ruleid: path-traversal
    os.listdir(path)
    # ruleid: path-traversal
    os.makedirs(path)
    # ruleid: path-traversal
    shutil.copy(path, "/tmp/x")
    # ruleid: path-traversal
    Path(path).read_text()
    # ruleid: path-traversal
    (Path(ROOT) / name).read_bytes()
    # ruleid: path-traversal
    pathlib.Path(ROOT, name).unlink()
    # ruleid: path-traversal
    send_file(path)
    # ruleid: path-traversal
    send_file(os.path.join(ROOT, request.args["name"]), as_attachment=True)
    # ok: path-traversal
    send_from_directory(ROOT, name)
    # ok: path-traversal
    open(os.path.join(ROOT, secure_filename(name)))
    # ok: path-traversal
    open(os.path.join(ROOT, os.path.basename(name)))
    # ok: path-traversal
    open(safe_join(ROOT, name))
    # ok: path-traversal
    open("/srv/files/readme.txt")
    # ok: path-traversal
    open(os.path.join(ROOT, "readme.txt"))
    number = int(request.args["number"])
    # ok: path-traversal
    open(f"/srv/files/{number}.txt")
    return "ok"


@app.route("/checked")
def checked():
    path = os.path.realpath(os.path.join(ROOT, request.args["name"]))
    if not path.startswith(ROOT + os.sep):
        abort(404)
    # ok: path-traversal
    return open(path).read()


@app.route("/checked2")
def checked2():
    path = (Path(ROOT) / request.args["name"]).resolve()
    if not path.is_relative_to(ROOT):
        return "no", 404
    # ok: path-traversal
    return path.read_text()


@app.route("/checked3")
def checked3():
    name = request.args["name"]
    if name not in ("a.txt", "b.txt"):
        abort(404)
    # ok: path-traversal
    return open("/srv/files/" + name).read()


@app.route("/checked4")
def checked4():
    name = request.args["name"]
    if ".." in name or name.startswith("/"):
        abort(400)
    # ok: path-traversal
    return open(os.path.join(ROOT, name)).read()


@app.route("/files/<path:name>")
def files(name):
    # ruleid: path-traversal
    return open(os.path.join(ROOT, name)).read()


@app.route("/upload", methods=["POST"])
def upload():
    file = request.files["file"]
    # ruleid: path-traversal
    file.save(os.path.join(ROOT, file.filename))
    # ruleid: path-traversal
    file.save("/srv/files/" + request.files["file"].filename)
    # ok: path-traversal
    file.save(os.path.join(ROOT, secure_filename(file.filename)))
    # ok: path-traversal
    file.save("/srv/files/upload")
    return "ok"


def library(path):
    # ok: path-traversal
    return open(path).read()


def django_view(request, name):
    # ruleid: path-traversal
    open(request.GET["file"])
    filename = os.path.join(ROOT, request.POST.get("file"))
    # ruleid: path-traversal
    data = open(filename, "rb").read()
    # ruleid: path-traversal
    FileResponse(open(filename, "rb"))
    uploaded = request.FILES["file"]
    # ruleid: path-traversal
    with open("/srv/files/" + uploaded.name, "wb") as out:
        out.write(uploaded.read())
    # ok: path-traversal
    open(os.path.join(ROOT, os.path.basename(request.GET["file"])))
    return HttpResponse(data)


@api.get("/files/{name}")
async def fast(name: str, number: int):
    # ruleid: path-traversal
    open("/srv/files/" + name)
    # ruleid: path-traversal
    async with aiofiles.open(f"/srv/files/{name}") as stream:
        await stream.read()
    # ok: path-traversal
    open(f"/srv/files/{number}")
    # ruleid: path-traversal
    return FastFileResponse("/srv/files/" + name)


@api.post("/upload")
async def fast_upload(file: UploadFile):
    # ruleid: path-traversal
    with open("/srv/files/" + file.filename, "wb") as out:
        out.write(await file.read())
    # ok: path-traversal
    with open("/srv/files/data", "wb") as out:
        out.write(await file.read())


async def aiohttp_view(request):
    # ruleid: path-traversal
    return web.FileResponse("/srv/files/" + request.match_info["name"])


class Handler(tornado.web.RequestHandler):
    def get(self, name):
        # ruleid: path-traversal
        self.write(open("/srv/files/" + self.get_argument("name")).read())


def archives(request):
    archive = tarfile.open("upload.tar.gz")
    # ruleid: path-traversal
    archive.extractall("/srv/files")
    # ok: path-traversal
    archive.extractall("/srv/files", filter="data")
    with tarfile.open("x.tar") as tar:
        # ruleid: path-traversal
        tar.extractall()
        for member in tar.getmembers():
            # ruleid: path-traversal
            tar.extract(member, "/srv/files")
    # ok: path-traversal
    zipfile.ZipFile("x.zip").extractall("/srv/files")
    with zipfile.ZipFile("x.zip") as archive:
        for entry in archive.namelist():
            # ruleid: path-traversal
            with open(os.path.join(ROOT, entry), "wb") as out:
                out.write(archive.read(entry))
    # ruleid: path-traversal
    shutil.unpack_archive(request.GET["archive"], "/srv/files")


def lambda_handler(event, context):
    # ruleid: path-traversal
    return open("/tmp/" + event["name"]).read()
