import os
from pathlib import Path

from flask import request, send_file, send_from_directory
from werkzeug.utils import safe_join, secure_filename

UPLOADS = "/srv/files"


def download():
    # ruleid: request-path-traversal
    path = os.path.join(UPLOADS, request.args["name"])
    # ruleid: request-path-traversal
    first = open(request.form.get("path"), "rb")
    # ruleid: request-path-traversal
    second = Path(UPLOADS, request.args.get("name")).read_bytes()
    # ruleid: request-path-traversal
    return path, first, second, send_file(request.values["name"])


def quiet(name):
    # ok: request-path-traversal
    first = send_from_directory(UPLOADS, request.args["name"])
    # ok: request-path-traversal
    second = open(safe_join(UPLOADS, request.args["name"]))
    # ok: request-path-traversal
    third = os.path.join(UPLOADS, secure_filename(request.args["name"]))
    # ok: request-path-traversal
    return first, second, third, open(os.path.join(UPLOADS, name))
