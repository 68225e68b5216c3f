import sqlite3

from flask import Flask, request
from sqlalchemy import text

app = Flask(__name__)


@app.route("/users/<name>")
def users(name):
    db = sqlite3.connect("app.db")
    # ruleid: sql-injection-from-request
    db.execute("SELECT * FROM users WHERE name = '" + name + "'")
    query = f"SELECT * FROM users WHERE name = '{request.args['name']}'"
    # ruleid: sql-injection-from-request
    db.execute(query)
    # ruleid: sql-injection-from-request
    db.execute(text("SELECT * FROM users WHERE id = %s" % request.get_json()["id"]))
    # ok: sql-injection-from-request
    db.execute("SELECT * FROM users WHERE name = ?", (name,))
    number = int(request.args["number"])
    # ok: sql-injection-from-request
    db.execute(f"SELECT * FROM users LIMIT {number}")
    # ok: sql-injection-from-request
    client.fetch(HTTPRequest(request.args["url"]), db)
    order = request.args["order"]
    if order not in ("name", "age"):
        order = "name"
    # ok: sql-injection-from-request
    db.execute("SELECT * FROM users ORDER BY " + order)


def lines(cursor):
    name = request.args["name"]
    query = """
        SELECT * FROM users
        WHERE name = '%s'
    """ % name
    # ruleid: sql-injection-from-request
    cursor.execute(query)
    # ok: sql-injection-from-request
    cursor.execute("""
        SELECT * FROM users
        WHERE id = %d
    """ % request.args["id"])
