from django.contrib.auth.hashers import get_hasher, make_password
from rest_framework.permissions import IsAuthenticated
from rest_framework.views import APIView

# ruleid: django-authentication-setting
AUTH_PASSWORD_VALIDATORS = []
# ruleid: django-authentication-setting
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# ok: django-authentication-setting
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# ruleid: django-authentication-setting
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"]}
# ok: django-authentication-setting
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}


class Public(APIView):
    # ruleid: django-authentication-setting
    permission_classes = []


class Private(APIView):
    # ok: django-authentication-setting
    permission_classes = [IsAuthenticated]


def hashed(password):
    # ruleid: django-authentication-setting
    first = make_password(password, hasher="unsalted_md5")
    # ruleid: django-authentication-setting
    second = make_password(password, None, "md5")
    # ok: django-authentication-setting
    third = make_password(password)
    # ok: django-authentication-setting
    fourth = make_password(password, hasher="argon2")
    # ruleid: django-authentication-setting
    return first, second, third, fourth, get_hasher("sha1")
