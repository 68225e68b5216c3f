import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
# ruleid: hardcoded-secret
SECRET_KEY = "django-insecure-x8$2kq0z7m!vb5n1lw9r4tq6y3p0a_s=d8fg+h2jk#l1z"
# ruleid: misconfiguration
DEBUG = True
# ruleid: misconfiguration
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["django.contrib.admin", "django.contrib.auth"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
# ruleid: insecure-cookie
SESSION_COOKIE_SECURE = False
# ruleid: insecure-cookie
SESSION_COOKIE_HTTPONLY = False
# ok: insecure-cookie
SESSION_COOKIE_SAMESITE = "Lax"
# ruleid: insecure-cookie
CSRF_COOKIE_SECURE = False
# ok: insecure-cookie
CSRF_COOKIE_HTTPONLY = True
# ok: csrf
CSRF_USE_SESSIONS = True
# ok: tls-verification
SECURE_SSL_REDIRECT = True
# ok: tls-verification
SECURE_HSTS_SECONDS = 31536000
# ruleid: cors
CORS_ALLOW_ALL_ORIGINS = True
# ruleid: cors
CORS_ORIGIN_ALLOW_ALL = True
# ok: cors
CORS_ALLOWED_ORIGINS = ["https://app.example.org"]
# ruleid: misconfiguration
SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"
# ruleid: authentication
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# ok: weak-crypto
PASSWORD_HASHERS2 = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# ok: authentication
AUTH_PASSWORD_VALIDATORS = [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"}]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        # ruleid: hardcoded-secret
        "PASSWORD": "pr0dPassw0rd!",
    },
    "other": {
        "ENGINE": "django.db.backends.postgresql",
        # ok: hardcoded-secret
        "PASSWORD": os.environ["DB_PASSWORD"],
    },
}
REST_FRAMEWORK = {
    # ok: authentication
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
}
# ok: misconfiguration
X_FRAME_OPTIONS = "DENY"
