import os

BASE_DIR = os.path.dirname(__file__)
# ruleid: misconfiguration
DEBUG = True
# ok: misconfiguration
DEBUG = False
# ok: misconfiguration
DEBUG = os.environ.get("DEBUG") == "1"
# ruleid: misconfiguration
ALLOWED_HOSTS = ["*"]
# ok: misconfiguration
ALLOWED_HOSTS = ["example.com"]
# ok: misconfiguration
ALLOWED_HOSTS = []
# ruleid: misconfiguration
SECURE_SSL_REDIRECT = False
# ok: misconfiguration
SECURE_SSL_REDIRECT = True
# ruleid: misconfiguration
SECURE_HSTS_SECONDS = 0
# ok: misconfiguration
SECURE_HSTS_SECONDS = 31536000
# ruleid: misconfiguration
SECURE_CONTENT_TYPE_NOSNIFF = False
# ruleid: misconfiguration
SECURE_BROWSER_XSS_FILTER = False
# ruleid: misconfiguration
X_FRAME_OPTIONS = "ALLOWALL"
# ok: misconfiguration
X_FRAME_OPTIONS = "DENY"
# ruleid: misconfiguration
SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"
# ok: misconfiguration
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
# ruleid: misconfiguration
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"autoescape": False}}]
INSTALLED_APPS = ["django.contrib.admin"]
