import hashlib

from django.contrib.auth import authenticate, login
from django.contrib.auth.models import User
from flask import Flask, request, session
from werkzeug.security import check_password_hash

app = Flask(__name__)


@app.post("/login")
def flask_login():
    user = find(request.form["user"])
    # ok: authentication
    if check_password_hash(user.password, request.form["password"]):
        session.clear()
        # ok: authentication
        session["user_id"] = user.id
    # ruleid: authentication
    if user.password == request.form["password"]:
        session["user_id"] = user.id
    # ruleid: authentication
    if request.form["password"] != user.password:
        return "no"
    return "ok"


def django_login(request):
    user = authenticate(request, username=request.POST["user"], password=request.POST["password"])
    if user is not None:
        # ok: authentication
        login(request, user)


def create(request):
    # ok: authentication
    User.objects.create_user("a", "a@example.com", request.POST["password"])
    # ruleid: authentication
    User.objects.create(username="a", password=request.POST["password"])


def find(name):
    return name
