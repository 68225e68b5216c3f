import io
import os
import os.path
import shutil
import pathlib
from pathlib import Path
from flask import Flask, request, send_file, send_from_directory, abort
from werkzeug.utils import secure_filename, safe_join

app = Flask(__name__)
BASE = "/srv/files"
ROOT = Path("/srv/files").resolve()


@app.route("/p1")
def p1():
    name = request.args.get("name")
    # ruleid: path-traversal
    open(os.path.join(BASE, name)).read()
    # ok: path-traversal
    open(os.path.join(BASE, secure_filename(name))).read()
    # ok: path-traversal
    open(os.path.join(BASE, os.path.basename(name))).read()
    # ruleid: path-traversal
    return send_file(name)


@app.route("/p2")
def p2():
    # ok: path-traversal
    return send_from_directory(BASE, request.args["name"])


@app.route("/p3")
def p3():
    name = request.args["name"]
    full = os.path.normpath(os.path.join(BASE, name))
    if not full.startswith(BASE):
        raise Exception("not allowed")
    # ok: path-traversal
    return open(full).read()


@app.route("/p4")
def p4():
    full = os.path.normpath(os.path.join(BASE, request.args["name"]))
    # ruleid: path-traversal
    return open(full).read()


@app.route("/p5")
def p5():
    full = os.path.join(BASE, request.args["name"])
    if not full.startswith(BASE):
        abort(404)
    # ruleid: path-traversal
    with open(full) as f:
        return f.read()


@app.route("/p6")
def p6():
    full = os.path.realpath(os.path.join(BASE, request.args["name"]))
    if os.path.commonpath([full, BASE]) != BASE:
        abort(403)
    # ok: path-traversal
    with open(full, "rb") as f:
        return f.read()


@app.route("/p7")
def p7():
    target = (ROOT / request.args["name"]).resolve()
    if not target.is_relative_to(ROOT):
        abort(403)
    # ok: path-traversal
    return target.read_text()


@app.route("/p8")
def p8():
    # ruleid: path-traversal
    return (ROOT / request.args["name"]).read_text()


@app.route("/p9")
def p9():
    target = (ROOT / request.args["name"]).resolve()
    if ROOT not in target.parents:
        abort(404)
    # ok: path-traversal
    return send_file(target)


@app.route("/p10", methods=["POST"])
def p10():
    up = request.files["file"]
    # ruleid: path-traversal
    up.save(os.path.join(BASE, up.filename))
    # ok: path-traversal
    up.save(os.path.join(BASE, secure_filename(up.filename)))
    # ok: path-traversal
    up.save("/srv/files/fixed.bin")
    return ""


@app.route("/p11")
def p11():
    n = request.args["n"]
    # ruleid: path-traversal
    os.remove(BASE + "/" + n)
    # ok: path-traversal
    os.unlink("/srv/files/" + str(int(n)))
    # ruleid: path-traversal
    shutil.rmtree("/srv/files/%s" % n)
    # ruleid: path-traversal
    shutil.copyfile(n, "/tmp/x")
    # ruleid: path-traversal
    os.makedirs(Path(BASE) / n)
    # ruleid: path-traversal
    os.listdir(n)
    # ruleid: path-traversal
    io.open(n)
    # ruleid: path-traversal
    Path(n).unlink()
    # ruleid: path-traversal
    pathlib.Path(BASE, n).open()
    # ruleid: path-traversal
    Path(BASE).joinpath(n).write_bytes(request.data)
    # ok: path-traversal
    Path(BASE, "fixed.txt").write_bytes(request.data)
    # ok: path-traversal
    os.rename(BASE + "/a", BASE + "/b")
    return ""


@app.route("/p12/<path:sub>")
def p12(sub):
    joined = safe_join(BASE, sub)
    if joined is None:
        abort(404)
    # ok: path-traversal
    return open(joined).read()


@app.route("/p13/<int:ident>")
def p13(ident):
    # ok: path-traversal
    return open(f"/srv/files/{ident}.txt").read()


@app.route("/p14")
def p14():
    name = request.args["name"]
    if ".." in name or name.startswith("/"):
        abort(400)
    # ok: path-traversal
    return open(os.path.join(BASE, name)).read()


@app.route("/p15")
def p15():
    name = request.args["name"]
    if name not in os.listdir(BASE):
        abort(404)
    # ok: path-traversal
    return open(os.path.join(BASE, name)).read()


FILES = {"terms": "terms.txt", "about": "about.txt"}


@app.route("/p16")
def p16():
    key = request.args["key"]
    # ok: path-traversal
    return open(os.path.join(BASE, FILES[key])).read()


def safe_path(name):
    full = os.path.abspath(os.path.join(BASE, name))
    if not full.startswith(BASE + os.sep):
        raise ValueError("outside")
    return full


def unsafe_path(name):
    return os.path.abspath(os.path.join(BASE, name))


@app.route("/p17")
def p17():
    # ok: path-traversal
    open(safe_path(request.args["n"])).read()
    # ruleid: path-traversal
    return open(unsafe_path(request.args["n"])).read()


@app.route("/p18")
def p18():
    name = request.args["name"]
    ext = os.path.splitext(name)[1]
    os.path.join(BASE, name)
    return open("template" + ".txt").read() + ext
