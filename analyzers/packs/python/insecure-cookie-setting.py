import os

from flask import Flask

app = Flask(__name__)
# ruleid: insecure-cookie-setting
app.config["SESSION_COOKIE_SECURE"] = False
# ruleid: insecure-cookie-setting
app.config["SESSION_COOKIE_SAMESITE"] = None
# ruleid: insecure-cookie-setting
app.config.update(SESSION_COOKIE_HTTPONLY=False, DEBUG=False)
# ruleid: insecure-cookie-setting
CSRF_COOKIE_SECURE = False
# ok: insecure-cookie-setting
SESSION_COOKIE_SECURE = True
# ok: insecure-cookie-setting
SESSION_COOKIE_SECURE = os.environ["ENVIRONMENT"] == "production"
# ok: insecure-cookie-setting
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
# ok: insecure-cookie-setting
app.config["SESSION_REFRESH_EACH_REQUEST"] = False
