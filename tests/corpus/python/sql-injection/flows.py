import re
import sqlite3
import uuid

from django.db import connection
from flask import Flask, request, session
from fastapi import APIRouter, Body, Depends, Form, Header
from pydantic import BaseModel
from sqlalchemy import text
from starlette.requests import Request

app = Flask(__name__)
router = APIRouter()
SORTABLE = {"name": "users.name", "age": "users.age"}


class Filter(BaseModel):
    name: str
    limit: int


def query_for(table, name):
    return f"SELECT * FROM {table} WHERE name = '{name}'"


def run(cursor, sql):
    cursor.execute(sql)


class Store:
    def __init__(self, path):
        self.db = sqlite3.connect(path)
        self.where = ""

    def filter(self, clause):
        self.where = clause

    def all(self, name):
        sql = "SELECT * FROM items WHERE owner = '" + name + "'"
        # ruleid: sql-injection
        return self.db.cursor().execute(sql).fetchall()


@app.route("/loops")
def loops():
    cursor = sqlite3.connect("x").cursor()
    parts = []
    for name in request.args.getlist("name"):
        parts.append("name = '" + name + "'")
    sql = "SELECT * FROM users WHERE " + " OR ".join(parts)
    # ruleid: sql-injection
    cursor.execute(sql)
    for key, value in request.form.items():
        # ruleid: sql-injection
        cursor.execute("UPDATE users SET %s = '%s'" % (key, value))
    values = {"name": request.args["name"]}
    # ruleid: sql-injection
    cursor.execute("SELECT * FROM users WHERE name = '{name}'".format(**values))
    # ok: sql-injection
    cursor.execute("SELECT * FROM users WHERE name = :name", values)
    placeholders = ",".join(["%s"] * len(request.args.getlist("id")))
    # ok: sql-injection
    cursor.execute(f"SELECT * FROM users WHERE id IN ({placeholders})", request.args.getlist("id"))


@app.route("/branches")
def branches():
    cursor = sqlite3.connect("x").cursor()
    name = request.args.get("name")
    if name is None:
        name = "nobody"
    # ruleid: sql-injection
    cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)
    try:
        number = int(name)
    except ValueError:
        return "no"
    # ok: sql-injection
    cursor.execute("SELECT * FROM users WHERE id = %s" % number)
    if not re.fullmatch(r"[a-z]+", name):
        return "no"
    # ok: sql-injection
    cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)
    column = SORTABLE.get(request.args.get("sort"), "users.name")
    # ok: sql-injection
    cursor.execute("SELECT * FROM users ORDER BY " + column)
    name = "fixed"
    # ok: sql-injection
    cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")
    if name.isalnum():
        # ok: sql-injection
        cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")
    token = uuid.UUID(request.args["token"])
    # ok: sql-injection
    cursor.execute(f"SELECT * FROM tokens WHERE token = '{token}'")
    return "ok"


@router.post("/items")
async def items(body: Filter, request: Request, x_tenant: str = Header(), name: str = Form(...)):
    cursor = sqlite3.connect("x").cursor()
    # ruleid: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{body.name}'")
    # ok: sql-injection
    cursor.execute("SELECT * FROM items WHERE name = ?", (body.name,))
    # ruleid: sql-injection
    cursor.execute("SELECT * FROM items WHERE tenant = '" + x_tenant + "'")
    # ruleid: sql-injection
    cursor.execute("SELECT * FROM items WHERE name = '" + name + "'")
    data = await request.json()
    # ruleid: sql-injection
    cursor.execute("SELECT * FROM items WHERE name = '%s'" % data["name"])
    # ruleid: sql-injection
    cursor.execute(query_for("items", data.get("name")))
    return {}


@app.route("/through")
def through():
    cursor = connection.cursor()
    # ruleid: sql-injection
    cursor.execute(query_for("users", request.args["name"]))
    # ok: sql-injection
    cursor.execute(query_for("users", "root"))
    first, second = request.args["a"], "b"
    # ruleid: sql-injection
    cursor.execute("SELECT * FROM users WHERE a = '" + first + "'")
    # ok: sql-injection
    cursor.execute("SELECT * FROM users WHERE a = '" + second + "'")
    statement = text("SELECT * FROM users WHERE name = :name").bindparams(name=first)
    # ok: sql-injection
    cursor.execute(statement)
    build = lambda value: "SELECT * FROM users WHERE name = '" + value + "'"
    # ruleid: sql-injection
    cursor.execute(build(first))
    return "ok"
