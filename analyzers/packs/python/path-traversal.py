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
    # ruleid: path-traversal
    open(os.path.join(ROOT, name))
    # ruleid: path-traversal
    send_file("/srv/files/" + name)
    # ruleid: path-traversal
    (Path(ROOT) / name).read_text()
    upload = request.files["file"]
    # ruleid: path-traversal
    upload.save(os.path.join(ROOT, upload.filename))
    # ok: path-traversal
    upload.save(os.path.join(ROOT, secure_filename(upload.filename)))
    # ok: path-traversal
    send_from_directory(ROOT, name)
    # ok: path-traversal
    open(os.path.join(ROOT, os.path.basename(name)))
    # ok: path-traversal
    open("/srv/files/readme.txt")


def checked():
    path = os.path.realpath(os.path.join(ROOT, request.args["name"]))
    if not path.startswith(ROOT + os.sep):
        abort(404)
    # ok: path-traversal
    return open(path)


def folder():
    # ruleid: path-traversal
    return send_from_directory(request.args["folder"], "report.txt")


def by_name():
    # ruleid: path-traversal
    os.remove(path=request.args["name"])
    # ruleid: path-traversal
    open(file=request.args["name"])


class Attachment(APIView):
    def get(self, request, name):
        # ruleid: path-traversal
        return HttpResponse(open("/srv/attachments/%s" % name, "rb").read())

    def delete(self, request, name: int):
        # ok: path-traversal
        os.remove("/srv/attachments/%s" % name)


def tidy_path(name):
    return name.strip()


def clean_path(name):
    return name.replace("//", "/")


def checked_elsewhere(session):
    name = validate_path(request.args["name"])
    # ok: path-traversal
    open(os.path.join(ROOT, name))
    # ruleid: path-traversal
    open(ROOT + tidy_path(request.args["name"]))
    # ruleid: path-traversal
    open(ROOT + clean_path(request.args["name"]))
    # ok: path-traversal
    session.save(request.args["name"])


@app.route("/logo", methods=["POST"])
def logo():
    sent = request.files["logo"]
    # ok: path-traversal
    picture = Image.open(sent)
    # ok: path-traversal
    other = Image.open(request.files["other"])
    # ruleid: path-traversal
    return Image.open(os.path.join("/srv", sent.filename)), picture, other


def compressed():
    # ruleid: path-traversal
    gzip.open(request.args["file"])
    # ruleid: path-traversal
    shutil.make_archive("/srv/out", "zip", request.args["folder"])
    # ok: path-traversal
    shutil.make_archive("/srv/out", "zip", "/srv/in")


def other_formats(storage):
    name = request.args["name"]
    # ruleid: path-traversal
    load_workbook("books/" + name)
    # ok: path-traversal
    load_workbook(request.files["book"])
    # ruleid: path-traversal
    fsspec.open(name)
    # ruleid: path-traversal
    storage.fget_object("bucket", "key", "/srv/" + name)
    # ok: path-traversal
    storage.fget_object("bucket", "key", "/srv/file")


class Files(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        # ok: path-traversal
        open(self.translate_path(self.path), "rb")
        # ruleid: path-traversal
        open(self.path, "rb")


def parts_of_names():
    name = request.args["name"]
    # ruleid: path-traversal
    open("/srv/" + re.sub(r"\.\./", "", name))
    # ok: path-traversal
    open("/srv/" + re.sub(r"[^a-z]", "", name))
    # ok: path-traversal
    open("/srv/" + re.sub(r"[/\\]", "", name))
    # ok: path-traversal
    open("/srv/" + name.split("/")[-1])
    # ok: path-traversal
    open("/srv/" + name.replace("/", "_"))
    # ruleid: path-traversal
    open("/srv/" + name.replace("../", ""))
    folder, last = os.path.split(name)
    # ok: path-traversal
    open("/srv/" + last)
    # ruleid: path-traversal
    open("/srv/" + folder)
    if "../" not in name:
        # ok: path-traversal
        open("/srv/" + name)


def refused():
    name = request.args["name"]
    if "/" in name:
        abort(400)
    # ok: path-traversal
    open("/srv/" + name)


def resolved():
    target = (Path(ROOT) / request.args["name"]).resolve()
    try:
        target.relative_to(ROOT)
    except ValueError:
        abort(404)
    # ok: path-traversal
    send_file(target)


def resolved_for_nothing():
    target = (Path(ROOT) / request.args["name"]).resolve()
    try:
        target.relative_to(ROOT)
    except ValueError:
        print("elsewhere")
    # ruleid: path-traversal
    send_file(target)


def temporary():
    with tempfile.NamedTemporaryFile() as file:
        file.write(request.get_data())
        # ok: path-traversal
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
        # ok: path-traversal
        open(os.path.join(ROOT, name))
    if in_common(name):
        # ok: path-traversal
        open(os.path.join(ROOT, name))
    if not below(name):
        # ruleid: path-traversal
        open(os.path.join(ROOT, name))
        return
    # ok: path-traversal
    open(os.path.join(ROOT, name))


def checked_of_another():
    name, other = request.args["name"], request.args["other"]
    if within(ROOT, other):
        # ruleid: path-traversal
        open(os.path.join(ROOT, name))
    if os.path.realpath(os.path.join(other, name)).startswith(ROOT + os.sep):
        # ruleid: path-traversal
        open(os.path.join(ROOT, name))


def any_reader(library, data):
    name = request.args["name"]
    # ruleid: path-traversal
    library.read_csv(os.path.join(ROOT, name))
    # ok: path-traversal
    library.read_csv(os.path.join(ROOT, "data.csv"))
    # ruleid: path-traversal
    library.load_file(ROOT + name)
    # ok: path-traversal
    library.load_file(ROOT + secure_filename(name))
    # ok: path-traversal
    library.load_file(ROOT, data=name)


def endings_and_parts():
    sent = request.files["file"]
    # ok: path-traversal
    open(os.path.join(ROOT, "a" + Path(sent.filename).suffix.lower()), "wb")
    base, ending = os.path.splitext(sent.filename)
    # ok: path-traversal
    open(ROOT + "/a" + ending, "wb")
    # ruleid: path-traversal
    open(ROOT + "/" + base, "wb")
    name = Path(request.args["name"])
    if name.is_absolute() or ".." in name.parts:
        abort(400)
    # ok: path-traversal
    open(ROOT / name)
    other = request.args["other"]
    if any(bad in other for bad in ("..", "\\", "~")):
        abort(400)
    # ok: path-traversal
    open(ROOT + other)
    third = request.args["third"]
    if any(bad in third for bad in ("*", "~")):
        abort(400)
    # ruleid: path-traversal
    open(ROOT + third)


def temporary():
    with tempfile.NamedTemporaryFile(delete=False) as out:
        out.write(request.data)
    # ok: path-traversal
    return open(out.name)


@blueprint.get("/addresses/<int(min=1):number>/<any(red, blue):colour>/<name>")
def parts_of_an_address(number, colour, name):
    # ok: path-traversal
    open(f"{ROOT}/{number}")
    # ok: path-traversal
    open(f"{ROOT}/{colour}")
    # ruleid: path-traversal
    open(f"{ROOT}/{name}")


@app.route("/documents/<uuid:document>/<name>")
def part_of_a_route(document, name):
    # ok: path-traversal
    open(f"{ROOT}/{document}")
    # ruleid: path-traversal
    open(f"{ROOT}/{name}")


def archives(form):
    # ok: path-traversal
    zipfile.ZipFile(request.form["archive"].file)
    # ruleid: path-traversal
    zipfile.ZipFile(request.form["archive"])


def in_memory():
    # ok: path-traversal
    send_file(io.BytesIO(request.data), mimetype="image/png")
