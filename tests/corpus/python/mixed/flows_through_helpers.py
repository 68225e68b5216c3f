"""Values that go through helpers, classes, containers and exceptions before they do harm."""
import asyncio
import functools
import json
import logging
import os
import pickle
import sqlite3
import subprocess
import tempfile
from collections import namedtuple
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple, Optional

import click
import requests
from django.http import HttpResponse, HttpResponseBadRequest
from django.views import View
from django.views.generic import ListView, TemplateView
from fastapi import APIRouter, Depends, Request
from flask import Blueprint, Flask, Response, current_app, g, jsonify, redirect, request, session, stream_with_context
from flask.views import MethodView
from flask_restful import Api, Resource, reqparse
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.orm import Session

app = Flask(__name__)
bp = Blueprint("b", __name__)
router = APIRouter()


class UserRepository:
    def __init__(self, path):
        self.conn = sqlite3.connect(path)

    def find(self, name):
        # ruleid: sql-injection
        return self.conn.execute("SELECT * FROM users WHERE name = '" + name + "'").fetchone()

    def find_safe(self, name):
        # ok: sql-injection
        return self.conn.execute("SELECT * FROM users WHERE name = ?", (name,)).fetchone()

    def _run(self, query, args=()):
        # ok: sql-injection
        return self.conn.execute(query, args)

    def by_id(self, ident: int):
        # ok: sql-injection
        return self._run("SELECT * FROM users WHERE id = ?", (ident,))


class CommandRunner:
    def __init__(self, target):
        self.target = target

    def ping(self):
        # ruleid: command-injection
        return subprocess.check_output("ping -c 1 " + self.target, shell=True)

    def trace(self):
        # ok: command-injection
        return subprocess.check_output(["traceroute", self.target])


def read_param(name, default=None):
    return request.args.get(name, default)


def build_query(table, value):
    return "SELECT * FROM {} WHERE v = '{}'".format(table, value)


@bp.route("/h1")
def h1():
    name = read_param("name")
    conn = sqlite3.connect("x")
    # ruleid: sql-injection
    conn.execute(build_query("t", name))
    # ok: sql-injection
    conn.execute(build_query("t", "fixed"))
    return jsonify({})


@bp.route("/h2", methods=["POST"])
def h2():
    payload = request.get_json()
    opts = {"cmd": payload["cmd"], "safe": "ls"}
    # ruleid: command-injection
    os.system(opts["cmd"])
    # ok: command-injection
    os.system(opts["safe"])
    first, *rest = payload["parts"]
    # ruleid: command-injection
    os.system(first)
    for part in rest:
        # ruleid: command-injection
        os.system("echo " + part)
    items = [p.strip() for p in payload["parts"]]
    # ruleid: command-injection
    os.system(" ".join(items))
    data = json.loads(request.data)
    # ruleid: command-injection
    os.system(data.get("x", ""))
    a = b = payload["y"]
    # ruleid: command-injection
    os.system(b)
    cmd = "ls"
    if payload.get("dir"):
        cmd = f"{cmd} {payload['dir']}"
    # ruleid: command-injection
    os.system(cmd)
    cmd = "ls"
    # ok: command-injection
    os.system(cmd)
    # ruleid: command-injection
    (lambda c: os.system(c))(payload["z"])
    with open("/tmp/x") as handle:
        os.system(handle.read())
    return ""


@app.route("/h3")
def h3():
    try:
        target = request.args["t"]
    except KeyError:
        target = "localhost"
    # ruleid: command-injection
    subprocess.call(f"ping {target}", shell=True)
    while True:
        target = "localhost"
        break
    subprocess.call("ping " + target, shell=True)
    return ""


class Point(NamedTuple):
    x: str
    y: str


@dataclass
class Job:
    name: str
    command: str


@app.route("/h4")
def h4():
    job = Job(name="n", command=request.args["c"])
    # ruleid: command-injection
    os.system(job.command)
    p = Point(request.args["x"], "y")
    # ruleid: command-injection
    os.system(p.x)
    g.user_input = request.args["q"]
    helper_using_g()
    return ""


def helper_using_g():
    # ruleid: command-injection
    os.system("grep " + g.user_input)


class Item(BaseModel):
    name: str
    price: float


@router.post("/items")
async def create(item: Item, db: Session = Depends()):
    # ruleid: sql-injection
    db.execute(text(f"INSERT INTO items VALUES ('{item.name}')"))
    # ok: sql-injection
    db.execute(text(f"INSERT INTO items VALUES ({item.price})"))
    d = item.model_dump()
    # ruleid: sql-injection
    db.execute(text("INSERT INTO items VALUES ('" + d["name"] + "')"))
    # ruleid: command-injection
    await asyncio.to_thread(os.system, "echo " + item.name)
    return item


class UserView(MethodView):
    def get(self, user_id):
        # ruleid: xss
        return Response("<h1>" + request.args["t"] + "</h1>")

    def post(self):
        # ruleid: open-redirect
        return redirect(request.form["next"])


class UserResource(Resource):
    def get(self, name):
        parser = reqparse.RequestParser()
        parser.add_argument("q")
        args = parser.parse_args()
        # ruleid: command-injection
        os.system("ls " + args["q"])
        # ok: command-injection
        return {"name": name}


class Django(View):
    def get(self, request, *args, **kwargs):
        # ruleid: command-injection
        os.system("ls " + kwargs["name"])
        # ruleid: xss
        return HttpResponse(self.render(request.GET.get("x")))

    def render(self, x):
        return "<b>%s</b>" % x


class Search(ListView):
    def get_queryset(self):
        q = self.request.GET.get("q")
        # ruleid: sql-injection
        return Model.objects.raw("SELECT * FROM m WHERE n LIKE '%" + q + "%'")


@click.command()
@click.argument("name")
def cli(name):
    os.system("echo " + name)


def validated(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        return func(*args, **kwargs)
    return wrapper


@app.route("/h5/<path:filename>")
@validated
def h5(filename):
    # ruleid: path-traversal
    with open("/data/" + filename) as f:
        return f.read()


@app.route("/h6")
def h6():
    def generate():
        yield "<p>" + request.args["x"]
    # ruleid: xss
    return Response(generate())


@app.route("/h7")
def h7():
    name = request.args.get("name") or "world"
    greeting = "Hello, " + name if name else "Hello"
    page = """
    <html><body>%s</body></html>
    """ % greeting
    # ruleid: xss
    return page


@app.route("/h8")
def h8():
    url = "http://" + request.args.get("host") + "/api"
    headers = {"X": "1"}
    # ruleid: ssrf
    resp = requests.get(url, headers=headers, timeout=2)
    # ruleid: ssrf
    resp = requests.request(method="GET", url=url, timeout=2)
    # ok: ssrf
    resp = requests.get(url="http://internal/" + request.args["p"], timeout=2)
    return resp.text


@app.route("/h9", methods=["POST"])
def h9():
    f = request.files["file"]
    # ruleid: path-traversal
    f.save("/uploads/" + f.filename)
    # ruleid: deserialization
    obj = pickle.load(f.stream)
    obj = pickle.loads(session["data"])
    # ruleid: deserialization
    obj = pickle.loads(bytes.fromhex(request.cookies["c"]))
    with tempfile.NamedTemporaryFile() as t:
        # ok: deserialization
        t.write(request.data)
    return ""


def handler(event, context):
    name = event["queryStringParameters"]["name"]
    # ruleid: command-injection
    os.system("echo " + name)
    body = json.loads(event["body"])
    # ruleid: sql-injection
    sqlite3.connect("x").execute("SELECT * FROM t WHERE n = '%s'" % body["n"])
    # ruleid: xss
    return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": "<h1>" + name + "</h1>"}
