"""Values that objects keep, archives unpacked by hand, and tokens of two kinds."""

import os
import random
import secrets
import subprocess
import time
import zipfile
from pathlib import Path

import jwt
import ldap3
from django.db import connection
from flask import Flask, request
from ldap3.utils.conv import escape_filter_chars

app = Flask(__name__)


class Parameters:
    def __init__(self):
        self._values = {}

    def put(self, name, value):
        self._values[name] = value

    def get(self, name):
        return self._values[name]


@app.route("/list")
def listing():
    parameters = Parameters()
    parameters.put("folder", request.args.get("folder", ""))
    # ruleid: command-injection
    subprocess.check_output("ls " + parameters.get("folder"), shell=True)
    return ""


class Report:
    columns = {"date": "created_at", "name": "username"}

    def get(self, request):
        column = self.columns.get(request.GET.get("by"), "created_at")
        with connection.cursor() as cursor:
            # ok: sql-injection
            cursor.execute("SELECT day, amount FROM report ORDER BY " + column)
            # ruleid: sql-injection
            cursor.execute("SELECT day, amount FROM report ORDER BY " + request.GET["by"])


def unpack(upload, folder):
    with zipfile.ZipFile(upload) as archive:
        for entry in archive.infolist():
            target = os.path.join(folder, entry.filename)
            # ruleid: path-traversal
            with open(target, "wb") as out:
                out.write(archive.read(entry))


def unpack_checked(upload, folder):
    root = Path(folder).resolve()
    with zipfile.ZipFile(upload) as archive:
        for entry in archive.infolist():
            target = (root / entry.filename).resolve()
            if not target.is_relative_to(root):
                continue
            # ok: path-traversal
            target.write_bytes(archive.read(entry))


class Directory:
    def __init__(self, server):
        self.connection = ldap3.Connection(server, auto_bind=True)

    def by_mail(self, mail):
        query = f"(&(objectClass=person)(mail={mail}))"
        # ruleid: ldap-injection
        self.connection.search("dc=example,dc=com", query, attributes=["cn"])
        # ok: ldap-injection
        self.connection.search("dc=example,dc=com", f"(mail={escape_filter_chars(mail)})")


def claims(token, public_key):
    # ruleid: jwt
    either = jwt.decode(token, public_key, algorithms=["HS256", "RS256"])
    # ok: jwt
    one = jwt.decode(token, public_key, algorithms=["RS256"])
    return either or one


def new_api_key():
    # ok: weak-random
    time.sleep(random.uniform(0, 3))
    return secrets.token_hex(32)


class Attachment(APIView):
    def get(self, request, name):
        # ruleid: path-traversal
        return HttpResponse(open("/srv/attachments/%s" % name, "rb").read())


class Commands(socketserver.StreamRequestHandler):
    def handle(self):
        verb, _, rest = self.rfile.readline().strip().decode().partition(" ")
        if verb == "RUN":
            # ruleid: command-injection
            subprocess.run(rest, shell=True)
        # ok: command-injection
        subprocess.run(["date", "-u"])


def report(text):
    scratch = os.path.join("/tmp", "statement.txt")
    # ruleid: insecure-tempfile
    with open(scratch, "w") as out:
        out.write(text)


class PostView(flask.views.MethodView):
    def get(self, slug):
        # ruleid: xss
        return f"<article>{slug}</article>"


@app.route("/inner")
def with_inner():
    name = request.args["name"]

    def path():
        # ok: xss
        return "/var/data/" + name

    # ruleid: path-traversal
    os.remove(path())
    return ""


bp = flask.Blueprint("labels", __name__)


@bp.get("/label")
def label():
    text = request.args["text"]
    # ruleid: xss
    return "<b>" + text + "</b>"


@bp.get("/continue")
def follow():
    serializer = itsdangerous.URLSafeTimedSerializer(app.secret_key)
    target = serializer.loads(request.args["to"], max_age=600)
    # ok: open-redirect
    return redirect(target)
