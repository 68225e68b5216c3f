# ruleid: csrf-missing-django
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.csrf.CsrfViewMiddleware",
]
# ok: csrf-missing-django
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
# ok: csrf-missing-django
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
