import os

# ruleid: insecure-setting-django
ALLOWED_HOSTS = ["*"]
# ruleid: insecure-setting-django
SECURE_SSL_REDIRECT = False
# ruleid: insecure-setting-django
SECURE_HSTS_SECONDS = 0
# ruleid: insecure-setting-django
X_FRAME_OPTIONS = "ALLOWALL"
# ruleid: insecure-setting-django
SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"
# ruleid: insecure-setting-django
DEBUG = True
# ok: insecure-setting-django
DEBUG = os.environ.get("DEBUG") == "1"
INSTALLED_APPS = ["django.contrib.admin"]
# ok: insecure-setting-django
X_FRAME_OPTIONS = "DENY"
# ok: insecure-setting-django
SECURE_SSL_REDIRECT = True
