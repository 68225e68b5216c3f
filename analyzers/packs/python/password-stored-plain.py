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
