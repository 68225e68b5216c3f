import ast
import html
import json
import os
import re
import shlex
import sqlite3
import subprocess
import uuid
from enum import Enum
from pathlib import Path
from urllib.parse import urlparse, urlencode, quote

import bleach
import markupsafe
import requests
import yaml
from django.db import connection
from django.db.models import F, Q
from django.http import HttpResponse, JsonResponse
from django.utils.html import escape as dj_escape
from fastapi import FastAPI, HTTPException, Path as PathParam, Query
from flask import Flask, abort, jsonify, redirect, render_template, request, send_from_directory, url_for, make_response
from markupsafe import Markup, escape
from psycopg2 import sql
from sqlalchemy import select, text, bindparam, column, table
from werkzeug.utils import secure_filename

app = Flask(__name__)
api = FastAPI()
ALLOWED_COLUMNS = {"name", "email", "created_at"}
ALLOWED_COMMANDS = {"status": ["git", "status"], "log": ["git", "log"]}
BASE = Path("/srv/files").resolve()
UPLOADS = "/srv/uploads"
HOSTS = frozenset({"api.example.com", "cdn.example.com"})
TABLES = ("users", "orders")
OPS = {"add": lambda a, b: a + b}


class Sort(str, Enum):
    asc = "ASC"
    desc = "DESC"


def get_db():
    return sqlite3.connect("x.db")


@app.route("/s1")
def s1():
    order = request.args.get("order", "name")
    if order not in ALLOWED_COLUMNS:
        order = "name"
    # ok: mixed
    rows = get_db().execute(f"SELECT * FROM users ORDER BY {order}")
    col = request.args.get("col")
    if col not in ALLOWED_COLUMNS:
        raise ValueError("bad column")
    # ok: mixed
    get_db().execute("SELECT " + col + " FROM users")
    col2 = {"n": "name", "e": "email"}.get(request.args.get("c2"), "name")
    # ok: mixed
    get_db().execute("SELECT " + col2 + " FROM users")
    limit = min(int(request.args.get("limit", 10)), 100)
    # ok: mixed
    get_db().execute(f"SELECT * FROM users LIMIT {limit}")
    ids = [int(i) for i in request.args.getlist("id")]
    # ok: mixed
    get_db().execute("SELECT * FROM users WHERE id IN (%s)" % ",".join("?" * len(ids)), ids)
    placeholders = ", ".join(["?"] * len(ids))
    # ok: mixed
    get_db().execute(f"SELECT * FROM users WHERE id IN ({placeholders})", ids)
    # ok: mixed
    get_db().execute("SELECT * FROM users WHERE id IN (" + ",".join(map(str, ids)) + ")")
    query = "SELECT * FROM users WHERE 1=1"
    params = []
    if request.args.get("name"):
        query += " AND name = ?"
        params.append(request.args["name"])
    # ok: mixed
    get_db().execute(query, params)
    direction = "DESC" if request.args.get("d") == "desc" else "ASC"
    # ok: mixed
    get_db().execute("SELECT * FROM users ORDER BY name " + direction)
    like = "%" + request.args.get("q", "") + "%"
    # ok: mixed
    get_db().execute("SELECT * FROM users WHERE name LIKE ?", (like,))
    cur = connection.cursor()
    # ok: mixed
    cur.execute(sql.SQL("SELECT * FROM {} WHERE id = %s").format(sql.Identifier(request.args["t"])), [1])
    u = uuid.UUID(request.args["uuid"])
    # ok: mixed
    get_db().execute(f"SELECT * FROM users WHERE uuid = '{u}'")
    t = TABLES[int(request.args["i"])]
    # ok: mixed
    get_db().execute(f"SELECT * FROM {t}")
    if not re.fullmatch(r"[A-Za-z_]+", request.args["tbl"]):
        abort(400)
    # ok: mixed
    get_db().execute("SELECT * FROM " + request.args["tbl"])
    return jsonify(list(rows))


@api.get("/s2")
def s2(sort: Sort, page: int = 1, ident: uuid.UUID = None):
    # ok: mixed
    get_db().execute(f"SELECT * FROM users ORDER BY name {sort.value} LIMIT 10 OFFSET {page * 10}")
    # ok: mixed
    get_db().execute(f"SELECT * FROM users WHERE id = '{ident}'")
    return {}


def s3(session, name):
    # ok: mixed
    session.execute(text("SELECT * FROM users WHERE name = :n").bindparams(n=name))
    # ok: mixed
    session.execute(select(User).where(User.name == name))
    # ok: mixed
    session.query(User).filter(User.name.like(f"%{name}%")).all()
    # ok: mixed
    session.execute(text("SELECT * FROM users WHERE name = :n"), dict(n=name))


@app.route("/c1")
def c1():
    host = request.args.get("host", "")
    # ok: mixed
    subprocess.run(["ping", "-c", "1", host], check=True)
    # ok: mixed
    subprocess.run(["ping", "-c", "1", host], shell=False)
    # ok: mixed
    os.system("ping -c 1 " + shlex.quote(host))
    # ok: mixed
    subprocess.run("ping -c 1 {}".format(shlex.quote(host)), shell=True)
    # ok: mixed
    subprocess.run(shlex.split("ls -la") + [host])
    action = request.args.get("action")
    if action not in ALLOWED_COMMANDS:
        abort(400)
    # ok: mixed
    subprocess.run(ALLOWED_COMMANDS[action])
    cmd = ALLOWED_COMMANDS.get(action)
    # ok: mixed
    subprocess.check_output(cmd)
    port = int(request.args["port"])
    # ok: mixed
    os.system(f"nc -z localhost {port}")
    if not re.match(r"^[a-zA-Z0-9.-]+$", host):
        abort(400)
    # ok: mixed
    os.system("ping -c 1 " + host)
    # ok: mixed
    subprocess.Popen(["git", "log", "--author", host], stdout=subprocess.PIPE)
    # ok: mixed
    os.execv("/usr/bin/ls", ["ls", host])
    # ok: mixed
    subprocess.call("ls -la /tmp", shell=True)
    return ""


@app.route("/e1")
def e1():
    expr = request.args["e"]
    # ok: mixed
    value = ast.literal_eval(expr)
    # ok: mixed
    data = json.loads(expr)
    op = OPS.get(request.args["op"])
    # ok: mixed
    result = op(1, 2)
    # ok: mixed
    n = eval("1 + 1")
    name = request.args["n"]
    func = {"upper": str.upper}[name]
    # ok: mixed
    func("x")
    return str(value)


@app.route("/p1/<name>")
def p1(name):
    target = (BASE / name).resolve()
    if not target.is_relative_to(BASE):
        abort(404)
    # ok: mixed
    data = target.read_bytes()
    target2 = (BASE / request.args["f"]).resolve()
    if BASE not in target2.parents:
        abort(404)
    # ok: mixed
    open(target2)
    target3 = os.path.abspath(os.path.join(UPLOADS, request.args["f"]))
    if not target3.startswith(UPLOADS + os.sep):
        raise PermissionError
    # ok: mixed
    with open(target3) as f:
        f.read()
    fname = secure_filename(request.files["file"].filename)
    # ok: mixed
    request.files["file"].save(os.path.join(UPLOADS, fname))
    ext = os.path.splitext(request.files["file"].filename)[1]
    if ext not in (".png", ".jpg"):
        abort(400)
    # ok: mixed
    request.files["file"].save(os.path.join(UPLOADS, str(uuid.uuid4()) + ext))
    # ok: mixed
    open(os.path.join(UPLOADS, f"{int(request.args['id'])}.txt"))
    files = {"a": "a.txt", "b": "b.txt"}
    # ok: mixed
    open(os.path.join(UPLOADS, files[request.args["k"]]))
    if os.path.basename(name) != name:
        abort(400)
    # ok: mixed
    open(os.path.join(UPLOADS, name))
    if name not in os.listdir(UPLOADS):
        abort(404)
    # ok: mixed
    return send_from_directory(UPLOADS, name)


@app.route("/x1")
def x1():
    name = request.args.get("name", "")
    if request.args.get("a"):
        # ok: mixed
        return f"<h1>{escape(name)}</h1>"
    if request.args.get("b"):
        # ok: mixed
        return "<h1>{}</h1>".format(html.escape(name))
    if request.args.get("c"):
        # ok: mixed
        return Markup("<b>{}</b>").format(name)
    if request.args.get("d"):
        # ok: mixed
        return render_template("x.html", name=name)
    if request.args.get("e"):
        # ok: mixed
        return jsonify(name=name)
    if request.args.get("f"):
        # ok: mixed
        return {"name": name}
    if request.args.get("g"):
        # ok: mixed
        return bleach.clean(name)
    if request.args.get("h"):
        resp = make_response(name)
        resp.headers["Content-Type"] = "text/plain"
        # ok: mixed
        return resp
    if request.args.get("i"):
        # ok: mixed
        return name, 200, {"Content-Type": "text/plain"}
    if request.args.get("j"):
        # ok: mixed
        return str(len(name))
    if request.args.get("k"):
        # ok: mixed
        return "found" if name in ("a", "b") else "not found"
    return "ok"


@app.route("/r1")
def r1():
    nxt = request.args.get("next", "")
    if request.args.get("a"):
        # ok: mixed
        return redirect(url_for("x1", name=nxt))
    if request.args.get("b"):
        # ok: mixed
        return redirect("/search?" + urlencode({"q": nxt}))
    if request.args.get("c"):
        # ok: mixed
        return redirect("/items/" + quote(nxt))
    if urlparse(nxt).netloc:
        abort(400)
    if request.args.get("d"):
        # ok: mixed
        return redirect({"home": "/", "help": "/help"}.get(nxt, "/"))
    # ok: mixed
    return redirect("/")


@app.route("/f1")
def f1():
    u = request.args["u"]
    parsed = urlparse(u)
    if parsed.scheme != "https" or parsed.hostname not in HOSTS:
        abort(400)
    # ok: mixed
    requests.get(u, timeout=3)
    # ok: mixed
    requests.get("https://api.example.com/items", params={"u": u}, timeout=3)
    # ok: mixed
    requests.post("https://api.example.com/items", json={"u": u}, timeout=3)
    # ok: mixed
    requests.get(f"https://api.example.com/items/{int(request.args['id'])}", timeout=3)
    svc = {"a": "https://a.example.com", "b": "https://b.example.com"}
    # ok: mixed
    requests.get(svc[request.args["s"]] + "/x", timeout=3)
    return ""


def dj(request):
    # ok: mixed
    User.objects.filter(Q(name=request.GET["n"]) | Q(email=request.GET["n"]))
    # ok: mixed
    User.objects.raw("SELECT * FROM u WHERE n = %s", [request.GET["n"]])
    # ok: mixed
    User.objects.extra(where=["n = %s"], params=[request.GET["n"]])
    with connection.cursor() as cur:
        # ok: mixed
        cur.execute("SELECT * FROM u WHERE n = %s", [request.GET["n"]])
        # ok: mixed
        cur.callproc("p", [request.GET["n"]])
    # ok: mixed
    return HttpResponse(dj_escape(request.GET["n"]))


def load(request):
    # ok: mixed
    yaml.safe_load(request.body)
    # ok: mixed
    yaml.load(request.body, Loader=yaml.CSafeLoader)
    # ok: mixed
    json.loads(request.body)
    return JsonResponse({})
