from flask import request
from werkzeug.security import generate_password_hash


def register(models, user):
    # ruleid: password-stored-plain
    models.User(name="a", password=request.form["password"])
    # ruleid: password-stored-plain
    user.password = request.form.get("password")
    # ok: password-stored-plain
    models.User(name="a", password=generate_password_hash(request.form["password"]))
    # ok: password-stored-plain
    user.name = request.form["name"]


def more(request, cursor):
    # ruleid: password-stored-plain
    request.user.password = request.POST["password"]
    # ruleid: password-stored-plain
    cursor.execute("INSERT INTO users (name, password) VALUES (?, ?)", ("a", request.POST["password"]))
    # ok: password-stored-plain
    cursor.execute("INSERT INTO users (name, password) VALUES (?, ?)", ("a", make_password(request.POST["password"])))
