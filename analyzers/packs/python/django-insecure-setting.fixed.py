import os

# ruleid: django-insecure-setting
ALLOWED_HOSTS = ["*"]
# ruleid: django-insecure-setting
SECURE_SSL_REDIRECT = True
# ruleid: django-insecure-setting
SECURE_HSTS_SECONDS = 0
# ruleid: django-insecure-setting
X_FRAME_OPTIONS = "ALLOWALL"
# ruleid: django-insecure-setting
SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"
# ruleid: django-insecure-setting
DEBUG = True
# ok: django-insecure-setting
DEBUG = os.environ.get("DEBUG") == "1"
INSTALLED_APPS = ["django.contrib.admin"]
# ok: django-insecure-setting
X_FRAME_OPTIONS = "DENY"
# ok: django-insecure-setting
SECURE_SSL_REDIRECT = True
