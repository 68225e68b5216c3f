import sqlite3

import psycopg2
from flask import Flask, g, request, session
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import text

app = Flask(__name__)
db = SQLAlchemy(app)


def get_db():
    return sqlite3.connect("app.db")


@app.route("/users")
def users():
    name = request.args.get("name")
    cursor = get_db().cursor()
    # ruleid: sql-injection
    cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")
    # ruleid: sql-injection
    cursor.execute("SELECT * FROM users WHERE name = '%s'" % request.args["name"])
    # ruleid: sql-injection
    cursor.execute(f"SELECT * FROM users WHERE name = '{request.form['name']}'")
    # ok: sql-injection
    cursor.execute("SELECT * FROM users WHERE name = ?", (request.args["name"],))
    return str(cursor.fetchall())


@app.route("/raw", methods=["POST"])
def raw():
    query = request.get_json()["query"]
    # ruleid: sql-injection
    g.db.execute(query)
    data = request.json
    # ruleid: sql-injection
    db.session.execute("SELECT * FROM users WHERE id = " + data["id"])
    # ruleid: sql-injection
    db.session.execute(text("SELECT * FROM users WHERE id = " + data["id"]))
    # ruleid: sql-injection
    db.engine.execute("SELECT * FROM users WHERE id = {}".format(data.get("id")))
    # ok: sql-injection
    db.session.execute(text("SELECT * FROM users WHERE id = :id"), {"id": data["id"]})
    return "ok"


@app.route("/users/<user_id>")
def user(user_id):
    # ruleid: sql-injection
    rows = db.session.execute(f"SELECT * FROM users WHERE id = {user_id}")
    return str(rows)


@app.route("/users/<int:user_id>/posts")
def posts(user_id: int):
    # ok: sql-injection
    rows = get_db().execute("SELECT * FROM posts WHERE owner = %s" % int(user_id))
    return str(rows)


@app.route("/page")
def page():
    number = int(request.args.get("page", 1))
    # ok: sql-injection
    rows = get_db().execute(f"SELECT * FROM posts LIMIT 10 OFFSET {number * 10}")
    size = request.args.get("size", type=int)
    # ok: sql-injection
    rows = get_db().execute(f"SELECT * FROM posts LIMIT {size}")
    order = request.args.get("order", "id")
    if order not in {"id", "name"}:
        order = "id"
    # ok: sql-injection
    rows = get_db().execute(f"SELECT * FROM posts ORDER BY {order}")
    direction = "DESC" if request.args.get("desc") else "ASC"
    # ok: sql-injection
    rows = get_db().execute("SELECT * FROM posts ORDER BY id " + direction)
    return str(rows)


@app.route("/filter")
def filtered():
    where = request.args.get("where")
    # ruleid: sql-injection
    db.session.query(Post).filter(text("owner = '%s'" % where)).all()
    # ruleid: sql-injection
    Post.query.filter(text(f"owner = '{where}'")).first()
    # ruleid: sql-injection
    Post.query.order_by(text(request.args["sort"])).all()
    # ok: sql-injection
    Post.query.filter_by(owner=where).all()
    # ok: sql-injection
    Post.query.filter(Post.owner == where).all()
    # ok: sql-injection
    Post.query.filter(text("owner = :owner")).params(owner=where).all()
    return "ok"


def helper(cursor, value):
    # ruleid: sql-injection
    cursor.execute("UPDATE users SET name = '" + value + "'")


@app.route("/rename", methods=["POST"])
def rename():
    helper(get_db().cursor(), request.values.get("name"))
    return "ok"


@app.route("/cookies")
def cookies():
    token = request.cookies.get("token")
    agent = request.headers["User-Agent"]
    conn = psycopg2.connect("")
    cur = conn.cursor()
    # ruleid: sql-injection
    cur.execute("SELECT * FROM sessions WHERE token = '%s'" % token)
    statement = "INSERT INTO visits (agent) VALUES ('{}')".format(agent)
    # ruleid: sql-injection
    cur.execute(statement)
    # ok: sql-injection
    cur.execute("INSERT INTO visits (agent) VALUES (%s)", (agent,))
    return "ok"


class Post(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    owner = db.Column(db.String)
