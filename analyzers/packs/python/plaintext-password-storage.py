from flask import request
from werkzeug.security import generate_password_hash


def register(models, user):
    # ruleid: plaintext-password-storage
    models.User(name="a", password=request.form["password"])
    # ruleid: plaintext-password-storage
    user.password = request.form.get("password")
    # ok: plaintext-password-storage
    models.User(name="a", password=generate_password_hash(request.form["password"]))
    # ok: plaintext-password-storage
    user.name = request.form["name"]


def more(request, cursor):
    # ruleid: plaintext-password-storage
    request.user.password = request.POST["password"]
    # ruleid: plaintext-password-storage
    cursor.execute("INSERT INTO users (name, password) VALUES (?, ?)", ("a", request.POST["password"]))
    # ok: plaintext-password-storage
    cursor.execute("INSERT INTO users (name, password) VALUES (?, ?)", ("a", make_password(request.POST["password"])))
