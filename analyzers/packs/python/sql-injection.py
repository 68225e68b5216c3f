import base64
import enum
import string
from typing import Annotated

import ibm_db
import clickhouse_connect
from google.cloud import bigquery
from pony.orm import raw_sql
import sqlite3

import duckdb
from fastapi import FastAPI, Query
from flask import Flask, request
from psycopg2.extras import execute_values
from pydantic import BaseModel, Field
from sqlalchemy import text

app = Flask(__name__)
api = FastAPI()


@app.route("/users/<name>")
def users(name):
    db = sqlite3.connect("app.db")
    # ruleid: sql-injection
    db.execute("SELECT * FROM users WHERE name = '" + name + "'")
    query = f"SELECT * FROM users WHERE name = '{request.args['name']}'"
    # ruleid: sql-injection
    db.execute(query)
    # ruleid: sql-injection
    db.execute(text("SELECT * FROM users WHERE id = %s" % request.get_json()["id"]))
    # ok: sql-injection
    db.execute("SELECT * FROM users WHERE name = ?", (name,))
    number = int(request.args["number"])
    # ok: sql-injection
    db.execute(f"SELECT * FROM users LIMIT {number}")
    # ok: sql-injection
    client.fetch(HTTPRequest(request.args["url"]), db)
    order = request.args["order"]
    if order not in ("name", "age"):
        order = "name"
    # ok: sql-injection
    db.execute("SELECT * FROM users ORDER BY " + order)


def lines(cursor):
    name = request.args["name"]
    query = """
        SELECT * FROM users
        WHERE name = '%s'
    """ % name
    # ruleid: sql-injection
    cursor.execute(query)
    # ok: sql-injection
    cursor.execute("""
        SELECT * FROM users
        WHERE id = %d
    """ % request.args["id"])


async def other_clients(connection, cursor, rows):
    tag = request.args["tag"]
    # ruleid: sql-injection
    await connection.execute_query_dict("SELECT * FROM event WHERE tag = '" + tag + "'")
    # ok: sql-injection
    await connection.execute_query_dict("SELECT * FROM event WHERE tag = ?", [tag])
    # ruleid: sql-injection
    execute_values(cursor, f"INSERT INTO {tag} (a) VALUES %s", rows)
    # ok: sql-injection
    execute_values(cursor, "INSERT INTO events (a) VALUES %s", [(tag,)])
    # ruleid: sql-injection
    duckdb.sql("SELECT * FROM events WHERE tag = '%s'" % tag)


def asked_of_a_service(client):
    # ok: sql-injection
    return client.execute(OrdersGetRequest("order = " + request.args["order"]))


def of_warehouses(clickhouse):
    name = request.args["name"]
    # ruleid: sql-injection
    bigquery.Client().query_and_wait(f"SELECT * FROM events WHERE name = '{name}'")
    # ok: sql-injection
    bigquery.Client().query_and_wait("SELECT * FROM events WHERE name = @name")
    # ruleid: sql-injection
    clickhouse.command("ALTER TABLE events DELETE WHERE name = '" + name + "'")
    # ok: sql-injection
    clickhouse.command("ALTER TABLE events DELETE WHERE name = %(name)s", {"name": name})
    # ruleid: sql-injection
    ibm_db.exec_immediate(connection, "SELECT * FROM t WHERE n = '" + name + "'")
    # ruleid: sql-injection
    database.fetch_all(query=f"SELECT * FROM t WHERE n = '{name}'")
    # ok: sql-injection
    database.fetch_all(query="SELECT * FROM t WHERE n = :n", values={"n": name})
    # ruleid: sql-injection
    raw_sql(f"n = '{name}'")


@app.route("/values")
def values_of_a_form():
    db = sqlite3.connect("app.db")
    for value in request.form.values():
        # ruleid: sql-injection
        db.execute("UPDATE seats SET taken = 1 WHERE name = '" + value + "'")
    packed = base64.b64encode(request.get_data()).decode()
    # ok: sql-injection
    db.execute("INSERT INTO blobs VALUES ('" + packed + "')")
    # ruleid: sql-injection
    db.execute("INSERT INTO blobs VALUES ('" + base64.b64decode(packed).decode() + "')")


class Order(enum.Enum):
    UP = "up"


class Search(BaseModel):
    name: str
    order: Order = Order.UP
    code: str = Field(pattern=r"^[a-z0-9]{1,20}$")
    part: str = Field(pattern=r"[a-z]")
    short: Annotated[str, Field(pattern="^[a-z]$")]


@api.post("/search")
def search(body: Search, id: str, word: Annotated[str, Query(pattern="^[a-z]+$")], db):
    # ok: sql-injection
    db.execute(f"SELECT * FROM books ORDER BY title {body.order.value}, {body.code}, {body.short}, {word}")
    # ruleid: sql-injection
    db.execute(f"SELECT * FROM books WHERE part = {body.part}")
    # ruleid: sql-injection
    db.execute(f"SELECT * FROM books WHERE id = '{id}'")


@api.get("/built")
def built(name: str, db):
    statement = "SELECT * FROM books"
    statement += " WHERE name = '"
    statement += name
    # ruleid: sql-injection
    db.execute(statement)
    # ruleid: sql-injection
    db.execute(" ".join(["SELECT * FROM", name]))
    pieces = ["SELECT * FROM"]
    pieces.append(name)
    # ruleid: sql-injection
    db.execute(" ".join(pieces))
    # ruleid: sql-injection
    db.execute("SELECT * FROM TABLE".replace("TABLE", name))
    # ruleid: sql-injection
    db.execute("SELECT * FROM {name}".format_map({"name": name}))
    # ruleid: sql-injection
    db.execute(string.Template("SELECT * FROM $name").substitute(name=name))
    # ok: sql-injection
    db.execute(string.Template("SELECT * FROM $name").substitute(name="books"))


def with_builders(database, link, client):
    # ruleid: sql-injection
    database["t"].delete_where("a = '" + request.args["a"] + "'")
    # ok: sql-injection
    database["t"].delete_where("a = ?", [request.args["a"]])
    # ruleid: sql-injection
    link.raw_sql("SELECT * FROM t WHERE a = '" + request.args["a"] + "'")
    # ruleid: sql-injection
    client.select_object_content(Bucket="b", Key="k", Expression=f"SELECT * FROM S3Object s WHERE s.a = '{request.args['a']}'")
    # ok: sql-injection
    client.select_object_content(Bucket="b", Key="k", Expression="SELECT * FROM S3Object s LIMIT %d" % int(request.args["n"]))


def any_library(db, link):
    name = request.args["name"]
    # ruleid: sql-injection
    db.select("SELECT * FROM users WHERE name = '" + name + "'")
    # ok: sql-injection
    db.select("users", name)
    # ok: sql-injection
    db.select("SELECT * FROM users WHERE name = ?", [name])
    # ok: sql-injection
    db.select("choose one " + name)
    # ruleid: sql-injection
    link.queryAll(f"SELECT * FROM users WHERE name = '{name}'")
    # ok: sql-injection
    link.queryAll("SELECT * FROM users WHERE name = ?", (name,))
    # ruleid: sql-injection
    db.run_query("SELECT * FROM users WHERE name = '%s'" % name)
    # ruleid: sql-injection
    db.delete(f"DELETE FROM users WHERE name = '{name}'")
    # ok: sql-injection
    db.delete("user " + name)


@app.route("/tag")
def tag():
    name = request.args["name"]
    with exiftool.ExifTool() as tool:
        # ok: sql-injection
        tool.execute("-artist=" + name + " where x = 1")
    other = exiftool.ExifTool()
    # ok: sql-injection
    other.execute("-artist=" + name + " where x = 1")


import asyncpg
import psycopg
import sqlalchemy
from pony.orm import Database


@app.route("/copies")
def copies(connection, pool, link):
    name = request.args["name"]
    # ruleid: sql-injection
    psycopg.connect().cursor().copy("COPY (SELECT * FROM t WHERE a = '" + name + "') TO STDOUT")
    # ok: sql-injection
    psycopg.connect().cursor().copy("COPY t TO STDOUT", [name])
    # ruleid: sql-injection
    asyncpg.connect().cursor("SELECT * FROM t WHERE a = '" + name + "'")
    # ok: sql-injection
    asyncpg.connect().cursor("SELECT * FROM t WHERE a = $1", name)
    # ruleid: sql-injection
    pool.fetchval(query="SELECT 1 FROM t WHERE a = '%s'" % name)
    # ruleid: sql-injection
    link.cmd_query("SELECT * FROM t WHERE a = '" + name + "'")
    # ruleid: sql-injection
    sqlalchemy.DDL(f"DROP TABLE {name}")
    # ruleid: sql-injection
    sqlalchemy.select(sqlalchemy.table("a")).with_hint("a", "INDEX(" + name + ")")
    # ok: sql-injection
    sqlalchemy.column(name)
    # ruleid: sql-injection
    sqlalchemy.column(name, is_literal=True)
    db = Database()
    # ruleid: sql-injection
    db.exists("* FROM t WHERE a = '" + name + "'")
    # ok: sql-injection
    db.exists("* FROM t WHERE a = $name")
