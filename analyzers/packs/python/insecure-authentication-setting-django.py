from django.contrib.auth.hashers import get_hasher, make_password
from rest_framework.permissions import IsAuthenticated
from rest_framework.views import APIView

# ruleid: insecure-authentication-setting-django
AUTH_PASSWORD_VALIDATORS = []
# ruleid: insecure-authentication-setting-django
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# ok: insecure-authentication-setting-django
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# ruleid: insecure-authentication-setting-django
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"]}
# ok: insecure-authentication-setting-django
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}


class Public(APIView):
    # ruleid: insecure-authentication-setting-django
    permission_classes = []


class Private(APIView):
    # ok: insecure-authentication-setting-django
    permission_classes = [IsAuthenticated]


def hashed(password):
    # ruleid: insecure-authentication-setting-django
    first = make_password(password, hasher="unsalted_md5")
    # ruleid: insecure-authentication-setting-django
    second = make_password(password, None, "md5")
    # ok: insecure-authentication-setting-django
    third = make_password(password)
    # ok: insecure-authentication-setting-django
    fourth = make_password(password, hasher="argon2")
    # ruleid: insecure-authentication-setting-django
    return first, second, third, fourth, get_hasher("sha1")
