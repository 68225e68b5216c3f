import hmac
import ldap
import ldap3
from django.contrib.auth import login
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from flask import Flask, request, session
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.views import APIView

app = Flask(__name__)


def create(form, user, password):
    # ruleid: authentication
    user.set_password("")
    # ruleid: authentication
    make_password("")
    # ok: authentication
    user.set_password(password)
    # ok: authentication
    user.set_password(None)
    # ok: authentication
    make_password(password)


@app.route("/login", methods=["POST"])
def flask_login():
    # ruleid: authentication
    if request.form["password"] == "letmein":
        session["user"] = "admin"
    # ruleid: authentication
    if request.headers.get("X-Admin") == "true":
        session["admin"] = True
    # ruleid: authentication
    if request.cookies.get("role") == "admin":
        session["admin"] = True
    # ruleid: authentication
    session["user_id"] = request.args["user_id"]
    return "ok"


def bind(server, user, password):
    connection = ldap.initialize("ldap://example.com")
    # ruleid: authentication
    connection.simple_bind_s()
    # ruleid: authentication
    connection.simple_bind_s("cn=root", "")
    # ruleid: authentication
    connection.bind_s("cn=root", None)
    # ok: authentication
    connection.simple_bind_s(user, password)
    # ruleid: authentication
    ldap3.Connection(server, user, "")
    # ruleid: authentication
    ldap3.Connection(server, authentication=ldap3.ANONYMOUS)
    # ok: authentication
    ldap3.Connection(server, user, password)


# ruleid: authentication
AUTH_PASSWORD_VALIDATORS = []
# ok: authentication
AUTH_PASSWORD_VALIDATORS = [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"}]
# ruleid: authentication
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# ruleid: authentication
PASSWORD_HASHERS = ["django.contrib.auth.hashers.UnsaltedSHA1PasswordHasher"]
# ok: authentication
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# ruleid: authentication
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"]}
# ok: authentication
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}


class Public(APIView):
    # ruleid: authentication
    permission_classes = []

    def post(self, request):
        return None


class Open(APIView):
    # ruleid: authentication
    authentication_classes = []

    def post(self, request):
        return None


class Private(APIView):
    # ok: authentication
    permission_classes = [IsAuthenticated]


def fixation(request):
    # ruleid: authentication
    request.session.session_key = request.GET["session"]
