import os

from flask import Flask

app = Flask(__name__)
# ruleid: cookie-setting-insecure
app.config["SESSION_COOKIE_SECURE"] = True
# ruleid: cookie-setting-insecure
app.config["SESSION_COOKIE_SAMESITE"] = None
# ruleid: cookie-setting-insecure
app.config.update(SESSION_COOKIE_HTTPONLY=False, DEBUG=False)
# ruleid: cookie-setting-insecure
CSRF_COOKIE_SECURE = True
# ok: cookie-setting-insecure
SESSION_COOKIE_SECURE = True
# ok: cookie-setting-insecure
SESSION_COOKIE_SECURE = os.environ["ENVIRONMENT"] == "production"
# ok: cookie-setting-insecure
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
# ok: cookie-setting-insecure
app.config["SESSION_REFRESH_EACH_REQUEST"] = False
