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
