import sqlite3
import psycopg2
import pymysql.cursors
import MySQLdb
import cx_Oracle
import pyodbc
from psycopg2 import sql
from flask import Flask, request, g, jsonify

app = Flask(__name__)
ALLOWED_COLUMNS = {"name", "email", "created"}
ORDER = {"asc": "ASC", "desc": "DESC"}


def get_db():
    if "db" not in g:
        g.db = sqlite3.connect("app.db")
    return g.db


@app.route("/u1")
def u1():
    name = request.args.get("name", "")
    cur = get_db().cursor()
    # ruleid: sql-injection
    cur.execute("SELECT * FROM users WHERE name = '" + name + "'")
    # ok: sql-injection
    cur.execute("SELECT * FROM users WHERE name = ?", (name,))
    # ruleid: sql-injection
    cur.execute("SELECT * FROM users WHERE name = '%s'" % name)
    # ok: sql-injection
    cur.execute("SELECT * FROM users WHERE name = :n", {"n": name})
    # ruleid: sql-injection
    cur.execute(f"SELECT * FROM users WHERE name = '{name}'")
    # ruleid: sql-injection
    cur.executescript("UPDATE users SET seen=1 WHERE name='{}'".format(name))
    uid = int(request.args["id"])
    # ok: sql-injection
    cur.execute(f"SELECT * FROM users WHERE id = {uid}")
    return jsonify(cur.fetchall())


@app.route("/u2")
def u2():
    conn = psycopg2.connect("dbname=test")
    column = request.args.get("sort")
    with conn.cursor() as cursor:
        # ruleid: sql-injection
        cursor.execute("SELECT id FROM users ORDER BY " + column)
        # ok: sql-injection
        cursor.execute(sql.SQL("SELECT id FROM users ORDER BY {}").format(sql.Identifier(column)))
        if column in ALLOWED_COLUMNS:
            # ok: sql-injection
            cursor.execute("SELECT id FROM users ORDER BY " + column)
        direction = ORDER.get(request.args.get("dir"), "ASC")
        # ok: sql-injection
        cursor.execute("SELECT id FROM users ORDER BY name " + direction)
        # ruleid: sql-injection
        cursor.executemany("INSERT INTO " + request.form["table"] + " VALUES (%s)", [(1,)])
        # ok: sql-injection
        cursor.executemany("INSERT INTO t VALUES (%s)", [(x,) for x in request.form.getlist("v")])
    return ""


@app.route("/u3/<ident>")
def u3(ident):
    connection = pymysql.connect(host="localhost", cursorclass=pymysql.cursors.DictCursor)
    with connection:
        with connection.cursor() as cursor:
            query = "SELECT * FROM users"
            query += " WHERE ident = '" + ident + "'"
            # ruleid: sql-injection
            cursor.execute(query)
            placeholders = ", ".join(["%s"] * len(request.args.getlist("ids")))
            # ok: sql-injection
            cursor.execute("SELECT * FROM t WHERE id IN (" + placeholders + ")", request.args.getlist("ids"))
            ids = ",".join(request.args.getlist("ids"))
            # ruleid: sql-injection
            cursor.execute("SELECT * FROM t WHERE id IN (" + ids + ")")
            nums = ",".join(str(int(i)) for i in request.args.getlist("ids"))
            # ok: sql-injection
            cursor.execute("SELECT * FROM t WHERE id IN (" + nums + ")")
    return ""


@app.route("/u4", methods=["POST"])
def u4():
    data = request.get_json()
    db = MySQLdb.connect("localhost")
    c = db.cursor()
    # ruleid: sql-injection
    c.execute("DELETE FROM t WHERE k = " + data["key"])
    # ok: sql-injection
    c.execute("DELETE FROM t WHERE k = %s", [data["key"]])
    # ok: sql-injection
    c.execute("DELETE FROM t WHERE k = '" + db.escape_string(data["key"]).decode() + "'")
    ora = cx_Oracle.connect("x")
    # ruleid: sql-injection
    ora.cursor().execute("BEGIN " + request.json["proc"] + "(); END;")
    odbc = pyodbc.connect("DSN=x")
    # ruleid: sql-injection
    odbc.execute("SELECT * FROM a WHERE b = '" + request.values["b"] + "'")
    # ok: sql-injection
    odbc.execute("SELECT * FROM a WHERE b = ?", request.values["b"])
    return ""


class Repo:
    def __init__(self, conn):
        self.conn = conn

    def find(self, where):
        # ruleid: sql-injection
        return self.conn.execute("SELECT * FROM items WHERE " + where).fetchall()

    def find_by_id(self, ident):
        # ok: sql-injection
        return self.conn.execute("SELECT * FROM items WHERE id = ?", (ident,)).fetchall()

    def count(self, table):
        # ok: sql-injection
        return self.conn.execute("SELECT COUNT(*) FROM " + table).fetchone()


@app.route("/items")
def items():
    repo = Repo(sqlite3.connect("items.db"))
    repo.count("items")
    repo.find_by_id(request.args["id"])
    return jsonify(repo.find(request.args["where"]))


def build(table, value):
    return "SELECT * FROM %s WHERE v = '%s'" % (table, value)


@app.route("/built")
def built():
    db = sqlite3.connect("x.db")
    # ruleid: sql-injection
    db.execute(build("t", request.cookies.get("v")))
    # ok: sql-injection
    db.execute(build("t", "fixed"))
    return ""
