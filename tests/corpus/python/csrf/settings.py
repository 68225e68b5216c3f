# ruleid: csrf
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
]
# ok: csrf
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
# ruleid: csrf
CSRF_TRUSTED_ORIGINS = ["https://*"]
# ok: csrf
CSRF_TRUSTED_ORIGINS = ["https://*.example.com"]
