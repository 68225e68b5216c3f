import os
import tarfile
import zipfile
import shutil
import aiofiles
import bottle
import falcon
import tornado.web
from aiohttp import web
from django.conf import settings
from django.core.files.storage import default_storage, FileSystemStorage
from django.http import FileResponse, HttpResponse
from django.utils._os import safe_join
from fastapi import FastAPI, UploadFile
from fastapi.responses import FileResponse as FaFileResponse
from pyramid.response import FileResponse as PyramidFileResponse
from pyramid.view import view_config
from sanic import Sanic
from sanic.response import file

app = FastAPI()
sanic_app = Sanic("x")
DOCS = "/srv/docs"


def dl(request):
    # ruleid: path-traversal
    return FileResponse(open(os.path.join(settings.MEDIA_ROOT, request.GET["f"]), "rb"))


def dl2(request):
    # ok: path-traversal
    return FileResponse(open(safe_join(settings.MEDIA_ROOT, request.GET["f"]), "rb"))


def up(request):
    f = request.FILES["f"]
    # ruleid: path-traversal
    with open("/srv/up/" + request.POST["name"], "wb") as out:
        for chunk in f.chunks():
            out.write(chunk)
    # ok: path-traversal
    default_storage.save("fixed.bin", f)
    # ok: path-traversal
    FileSystemStorage().save(f.name, f)
    return HttpResponse()


@app.get("/files/{name}")
async def fa(name: str):
    # ruleid: path-traversal
    return FaFileResponse(os.path.join(DOCS, name))


@app.get("/files2/{name}")
async def fa2(name: str):
    # ok: path-traversal
    return FaFileResponse(os.path.join(DOCS, os.path.basename(name)))


@app.get("/files3/{ident}")
async def fa3(ident: int):
    # ok: path-traversal
    return FaFileResponse(f"{DOCS}/{ident}.pdf")


@app.post("/upload")
async def fa4(file: UploadFile):
    # ruleid: path-traversal
    async with aiofiles.open(f"/srv/up/{file.filename}", "wb") as out:
        await out.write(await file.read())
    # ok: path-traversal
    async with aiofiles.open("/srv/up/last", "wb") as out:
        await out.write(await file.read())
    # ruleid: path-traversal
    with open(f"/srv/up/{file.filename}", "wb") as out2:
        shutil.copyfileobj(file.file, out2)


async def aio(request):
    # ruleid: path-traversal
    return web.FileResponse("/srv/" + request.match_info["name"])


async def aio2(request):
    # ok: path-traversal
    return web.FileResponse("/srv/index.html")


class H(tornado.web.RequestHandler):
    def get(self, name):
        # ruleid: path-traversal
        with open("/srv/" + self.get_argument("f")) as f:
            self.write({"x": f.read()})
        # ok: path-traversal
        with open("/srv/" + os.path.basename(self.get_argument("f"))) as f:
            self.write({"x": f.read()})


@bottle.route("/s/<filename>")
def s(filename):
    # ruleid: path-traversal
    open("/srv/" + bottle.request.params.get("x"))
    # ok: path-traversal
    return bottle.static_file(filename, root="/srv/static")


class Res:
    def on_get(self, req, resp):
        # ruleid: path-traversal
        with open("/srv/" + req.get_param("f")) as f:
            resp.text = f.read()
        n = req.get_param_as_int("n")
        # ok: path-traversal
        with open(f"/srv/{n}.txt") as f:
            resp.text = f.read()


@view_config(route_name="x")
def pyr(request):
    # ruleid: path-traversal
    return PyramidFileResponse("/srv/" + request.params["f"])


@view_config(route_name="y")
def pyr2(request):
    # ok: path-traversal
    return PyramidFileResponse("/srv/" + os.path.basename(request.matchdict["f"]))


@sanic_app.get("/f")
async def san(request):
    # ruleid: path-traversal
    return await file("/srv/" + request.args.get("f"))


@sanic_app.get("/g")
async def san2(request):
    # ok: path-traversal
    return await file("/srv/logo.png")


def unpack(path):
    with tarfile.open(path) as t:
        # ruleid: path-traversal
        t.extractall("/srv/out")
    with tarfile.open(path) as t:
        # ok: path-traversal
        t.extractall("/srv/out", filter="data")
    with tarfile.open(path) as t:
        for member in t.getmembers():
            # ruleid: path-traversal
            t.extract(member, "/srv/out")
    with tarfile.open(path) as t:
        for member in t:
            dest = os.path.realpath(os.path.join("/srv/out", member.name))
            if not dest.startswith("/srv/out" + os.sep):
                raise ValueError(member.name)
            # ok: path-traversal
            t.extract(member, "/srv/out")
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            # ruleid: path-traversal
            with open(os.path.join("/srv/out", name), "wb") as f:
                f.write(z.read(name))
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            # ok: path-traversal
            with open(os.path.join("/srv/out", os.path.basename(name)), "wb") as f:
                f.write(z.read(name))
    # ok: path-traversal
    shutil.unpack_archive("known.zip", "/srv/out")
