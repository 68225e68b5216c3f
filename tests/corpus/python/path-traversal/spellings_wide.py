import os, os.path, shutil, pathlib, tarfile, zipfile, io, tempfile, glob, codecs, flask
from pathlib import Path
from flask import Flask, request, send_file, send_from_directory
from werkzeug.utils import secure_filename, safe_join
from django.http import FileResponse, HttpResponse
from fastapi import UploadFile, FastAPI
from fastapi.responses import FileResponse as FR
import aiofiles, anyio
from aiohttp import web
app = Flask(__name__); api = FastAPI()
BASE = "/srv"
@app.route("/1")
def a():
    n = request.args["n"]
    # ruleid: path-traversal
    open(n)
    # ruleid: path-traversal
    open(os.path.join(BASE, n))
    # ruleid: path-traversal
    open("/srv/" + n)
    # ruleid: path-traversal
    open(f"/srv/{n}.txt")
    # ok: path-traversal
    open(os.path.join(BASE, os.path.basename(n)))
    # ok: path-traversal
    open(os.path.join(BASE, secure_filename(n)))
    # ok: path-traversal
    open(safe_join(BASE, n))
    # ruleid: path-traversal
    open(os.path.normpath(os.path.join(BASE, n)))
    # ruleid: path-traversal
    open(os.path.abspath(os.path.join(BASE, n)))
    # ruleid: path-traversal
    send_file(n)
    # ruleid: path-traversal
    send_file(os.path.join(BASE, n))
    # ok: path-traversal
    send_from_directory(BASE, n)
    # ruleid: path-traversal
    send_from_directory(n, "x.txt")
    # ruleid: path-traversal
    Path(n).read_text()
    # ruleid: path-traversal
    (Path(BASE) / n).read_bytes()
    # ruleid: path-traversal
    Path(BASE, n).open()
    # ruleid: path-traversal
    Path(BASE).joinpath(n).write_text("x")
    # ruleid: path-traversal
    os.remove(n)
    # ruleid: path-traversal
    os.unlink(os.path.join(BASE, n))
    # ruleid: path-traversal
    os.listdir(n)
    # ruleid: path-traversal
    os.mkdir(n)
    # ruleid: path-traversal
    os.makedirs(os.path.join(BASE, n))
    # ruleid: path-traversal
    os.rename("x", n)
    # ruleid: path-traversal
    shutil.rmtree(n)
    # ruleid: path-traversal
    shutil.copy(n, "/tmp/x")
    # ruleid: path-traversal
    shutil.move("x", n)
    # ruleid: path-traversal
    shutil.copyfile(n, "x")
    # ruleid: path-traversal
    io.open(n)
    # ruleid: path-traversal
    codecs.open(n, "r", "utf8")
    # ruleid: path-traversal
    os.open(n, os.O_RDONLY)
    # ruleid: path-traversal
    glob.glob(n)
    # ok: path-traversal
    os.path.exists(n)
@app.route("/2")
def b():
    n = request.args["n"]
    p = os.path.realpath(os.path.join(BASE, n))
    if not p.startswith(BASE + os.sep):
        flask.abort(404)
    # ok: path-traversal
    return open(p).read()
@app.route("/3")
def c():
    n = request.args["n"]
    p = os.path.join(BASE, n)
    if p.startswith(BASE):
        # ruleid: path-traversal
        return open(p).read()
@app.route("/4")
def d():
    n = request.args["n"]
    p = (Path(BASE) / n).resolve()
    if not p.is_relative_to(BASE):
        raise ValueError
    # ok: path-traversal
    return p.read_text()
@app.route("/5")
def e():
    n = request.args["n"]
    p = os.path.realpath(os.path.join(BASE, n))
    if os.path.commonpath([BASE, p]) != BASE:
        raise ValueError
    # ok: path-traversal
    return open(p).read()
@app.route("/6")
def f():
    n = request.args["n"]
    if ".." in n or n.startswith("/"):
        raise ValueError
    # ok: path-traversal
    return open(os.path.join(BASE, n)).read()
@app.route("/7", methods=["POST"])
def g():
    f = request.files["f"]
    # ruleid: path-traversal
    f.save(os.path.join(BASE, f.filename))
    # ok: path-traversal
    f.save(os.path.join(BASE, secure_filename(f.filename)))
    # ruleid: path-traversal
    f.save("/srv/" + f.filename)
@app.route("/8")
def h():
    n = request.args["n"].replace("..", "")
    return open(os.path.join(BASE, n)).read()
@app.route("/9")
def i():
    FILES = {"a": "/srv/a"}
    # ok: path-traversal
    return open(FILES[request.args["n"]]).read()
@app.route("/10/<path:n>")
def j(n):
    # ruleid: path-traversal
    return send_file(os.path.join(BASE, n))
@app.route("/11")
def k():
    n = request.args["n"]
    if n in os.listdir(BASE):
        # ok: path-traversal
        return open(os.path.join(BASE, n)).read()
def dj(request, name):
    # ruleid: path-traversal
    FileResponse(open(os.path.join(BASE, request.GET["n"]), "rb"))
    # ruleid: path-traversal
    with open(BASE + "/" + name) as f:
        pass
    up = request.FILES["f"]
    # ruleid: path-traversal
    with open("/srv/" + up.name, "wb") as out:
        pass
@api.post("/u")
async def up(file: UploadFile):
    # ruleid: path-traversal
    with open(f"/srv/{file.filename}", "wb") as out:
        pass
    # ruleid: path-traversal
    async with aiofiles.open(os.path.join(BASE, file.filename), "wb") as out:
        pass
@api.get("/d/{n:path}")
async def down(n: str):
    # ruleid: path-traversal
    return FR(os.path.join(BASE, n))
async def aio(request):
    # ruleid: path-traversal
    return web.FileResponse("/srv/" + request.match_info["n"])
def tar(p, dest):
    t = tarfile.open(p)
    # ruleid: path-traversal
    t.extractall(dest)
    # ok: path-traversal
    t.extractall(dest, filter="data")
    for m in t.getmembers():
        # ruleid: path-traversal
        t.extract(m, dest)
    with tarfile.open(p) as tt:
        # ruleid: path-traversal
        tt.extractall()
    for e in t:
        if os.path.isabs(e.name) or ".." in e.name:
            raise ValueError
        # ok: path-traversal
        t.extract(e)
def zipx(p, dest):
    with zipfile.ZipFile(p) as z:
        for n in z.namelist():
            # ruleid: path-traversal
            with open(os.path.join(dest, n), "wb") as o:
                o.write(z.read(n))
        for info in z.infolist():
            # ruleid: path-traversal
            open(os.path.join(dest, info.filename), "wb")
        # ok: path-traversal
        z.extractall(dest)
    # ok: path-traversal
    shutil.unpack_archive(p, dest)
def cli():
    import sys
    # ok: path-traversal
    open(sys.argv[1])
