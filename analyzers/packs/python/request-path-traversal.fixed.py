import zipfile
import http.server
import fsspec
from openpyxl import load_workbook
import shutil
import tempfile
import gzip
import re
import os
from pathlib import Path

from flask import abort, request, send_file, send_from_directory
from PIL import Image
from werkzeug.utils import secure_filename

ROOT = "/srv/files"


def read():
    name = request.args["name"]
    # ruleid: request-path-traversal
    open(os.path.join(ROOT, os.path.basename(name)))
    # ruleid: request-path-traversal
    send_file("/srv/files/" + name)
    # ruleid: request-path-traversal
    (Path(ROOT) / name).read_text()
    upload = request.files["file"]
    # ruleid: request-path-traversal
    upload.save(os.path.join(ROOT, os.path.basename(upload.filename)))
    # ok: request-path-traversal
    upload.save(os.path.join(ROOT, secure_filename(upload.filename)))
    # ok: request-path-traversal
    send_from_directory(ROOT, name)
    # ok: request-path-traversal
    open(os.path.join(ROOT, os.path.basename(name)))
    # ok: request-path-traversal
    open("/srv/files/readme.txt")


def checked():
    path = os.path.realpath(os.path.join(ROOT, request.args["name"]))
    if not path.startswith(ROOT + os.sep):
        abort(404)
    # ok: request-path-traversal
    return open(path)


def folder():
    # ruleid: request-path-traversal
    return send_from_directory(request.args["folder"], "report.txt")


def by_name():
    # ruleid: request-path-traversal
    os.remove(path=request.args["name"])
    # ruleid: request-path-traversal
    open(file=request.args["name"])


class Attachment(APIView):
    def get(self, request, name):
        # ruleid: request-path-traversal
        return HttpResponse(open("/srv/attachments/%s" % name, "rb").read())

    def delete(self, request, name: int):
        # ok: request-path-traversal
        os.remove("/srv/attachments/%s" % name)


def tidy_path(name):
    return name.strip()


def clean_path(name):
    return name.replace("//", "/")


def checked_elsewhere(session):
    name = validate_path(request.args["name"])
    # ok: request-path-traversal
    open(os.path.join(ROOT, name))
    # ruleid: request-path-traversal
    open(ROOT + tidy_path(request.args["name"]))
    # ruleid: request-path-traversal
    open(ROOT + clean_path(request.args["name"]))
    # ok: request-path-traversal
    session.save(request.args["name"])


@app.route("/logo", methods=["POST"])
def logo():
    sent = request.files["logo"]
    # ok: request-path-traversal
    picture = Image.open(sent)
    # ok: request-path-traversal
    other = Image.open(request.files["other"])
    # ruleid: request-path-traversal
    return Image.open(os.path.join("/srv", os.path.basename(sent.filename))), picture, other


def compressed():
    # ruleid: request-path-traversal
    gzip.open(request.args["file"])
    # ruleid: request-path-traversal
    shutil.make_archive("/srv/out", "zip", request.args["folder"])
    # ok: request-path-traversal
    shutil.make_archive("/srv/out", "zip", "/srv/in")


def other_formats(storage):
    name = request.args["name"]
    # ruleid: request-path-traversal
    load_workbook("books/" + name)
    # ok: request-path-traversal
    load_workbook(request.files["book"])
    # ruleid: request-path-traversal
    fsspec.open(name)
    # ruleid: request-path-traversal
    storage.fget_object("bucket", "key", "/srv/" + name)
    # ok: request-path-traversal
    storage.fget_object("bucket", "key", "/srv/file")


class Files(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        # ok: request-path-traversal
        open(self.translate_path(self.path), "rb")
        # ruleid: request-path-traversal
        open(self.path, "rb")


def parts_of_names():
    name = request.args["name"]
    # ruleid: request-path-traversal
    open("/srv/" + re.sub(r"\.\./", "", name))
    # ok: request-path-traversal
    open("/srv/" + re.sub(r"[^a-z]", "", name))
    # ok: request-path-traversal
    open("/srv/" + re.sub(r"[/\\]", "", name))
    # ok: request-path-traversal
    open("/srv/" + name.split("/")[-1])
    # ok: request-path-traversal
    open("/srv/" + name.replace("/", "_"))
    # ruleid: request-path-traversal
    open("/srv/" + name.replace("../", ""))
    folder, last = os.path.split(name)
    # ok: request-path-traversal
    open("/srv/" + last)
    # ruleid: request-path-traversal
    open("/srv/" + folder)
    if "../" not in name:
        # ok: request-path-traversal
        open("/srv/" + name)


def refused():
    name = request.args["name"]
    if "/" in name:
        abort(400)
    # ok: request-path-traversal
    open("/srv/" + name)


def resolved():
    target = (Path(ROOT) / request.args["name"]).resolve()
    try:
        target.relative_to(ROOT)
    except ValueError:
        abort(404)
    # ok: request-path-traversal
    send_file(target)


def resolved_for_nothing():
    target = (Path(ROOT) / request.args["name"]).resolve()
    try:
        target.relative_to(ROOT)
    except ValueError:
        print("elsewhere")
    # ruleid: request-path-traversal
    send_file(target)


def temporary():
    with tempfile.NamedTemporaryFile() as file:
        file.write(request.get_data())
        # ok: request-path-traversal
        open(file.name)


def within(root, name):
    return os.path.realpath(os.path.join(root, name)).startswith(os.path.realpath(root) + os.sep)


def in_common(name):
    full = os.path.abspath(os.path.join(ROOT, name))
    return os.path.commonpath([ROOT, full]) == ROOT


def below(name):
    return (Path(ROOT) / name).resolve().is_relative_to(ROOT)


def checked_elsewhere():
    name = request.args["name"]
    if within(ROOT, name):
        # ok: request-path-traversal
        open(os.path.join(ROOT, name))
    if in_common(name):
        # ok: request-path-traversal
        open(os.path.join(ROOT, name))
    if not below(name):
        # ruleid: request-path-traversal
        open(os.path.join(ROOT, os.path.basename(name)))
        return
    # ok: request-path-traversal
    open(os.path.join(ROOT, name))


def checked_of_another():
    name, other = request.args["name"], request.args["other"]
    if within(ROOT, other):
        # ruleid: request-path-traversal
        open(os.path.join(ROOT, os.path.basename(name)))
    if os.path.realpath(os.path.join(other, name)).startswith(ROOT + os.sep):
        # ruleid: request-path-traversal
        open(os.path.join(ROOT, os.path.basename(name)))


def any_reader(library, data):
    name = request.args["name"]
    # ruleid: request-path-traversal
    library.read_csv(os.path.join(ROOT, os.path.basename(name)))
    # ok: request-path-traversal
    library.read_csv(os.path.join(ROOT, "data.csv"))
    # ruleid: request-path-traversal
    library.load_file(ROOT + name)
    # ok: request-path-traversal
    library.load_file(ROOT + secure_filename(name))
    # ok: request-path-traversal
    library.load_file(ROOT, data=name)


def endings_and_parts():
    sent = request.files["file"]
    # ok: request-path-traversal
    open(os.path.join(ROOT, "a" + Path(sent.filename).suffix.lower()), "wb")
    base, ending = os.path.splitext(sent.filename)
    # ok: request-path-traversal
    open(ROOT + "/a" + ending, "wb")
    # ruleid: request-path-traversal
    open(ROOT + "/" + base, "wb")
    name = Path(request.args["name"])
    if name.is_absolute() or ".." in name.parts:
        abort(400)
    # ok: request-path-traversal
    open(ROOT / name)
    other = request.args["other"]
    if any(bad in other for bad in ("..", "\\", "~")):
        abort(400)
    # ok: request-path-traversal
    open(ROOT + other)
    third = request.args["third"]
    if any(bad in third for bad in ("*", "~")):
        abort(400)
    # ruleid: request-path-traversal
    open(ROOT + third)


def temporary():
    with tempfile.NamedTemporaryFile(delete=False) as out:
        out.write(request.data)
    # ok: request-path-traversal
    return open(out.name)


@blueprint.get("/addresses/<int(min=1):number>/<any(red, blue):colour>/<name>")
def parts_of_an_address(number, colour, name):
    # ok: request-path-traversal
    open(f"{ROOT}/{number}")
    # ok: request-path-traversal
    open(f"{ROOT}/{colour}")
    # ruleid: request-path-traversal
    open(f"{ROOT}/{name}")


@app.route("/documents/<uuid:document>/<name>")
def part_of_a_route(document, name):
    # ok: request-path-traversal
    open(f"{ROOT}/{document}")
    # ruleid: request-path-traversal
    open(f"{ROOT}/{name}")


def archives(form):
    # ok: request-path-traversal
    zipfile.ZipFile(request.form["archive"].file)
    # ruleid: request-path-traversal
    zipfile.ZipFile(request.form["archive"])
