import os

from flask import Flask

app = Flask(__name__)
# ruleid: hardcoded-secret-key
app.secret_key = "4f1c0e9a7d"
# ruleid: hardcoded-secret-key
app.config["SECRET_KEY"] = b"4f1c0e9a7d"
# ruleid: hardcoded-secret-key
app.config.update(SECRET_KEY="4f1c0e9a7d", DEBUG=False)
# ruleid: hardcoded-secret-key
SECRET_KEY = "django-insecure-5x9d"
# ruleid: hardcoded-secret-key
app.secret_key = os.environ.get("SECRET_KEY", "dev")
# ok: hardcoded-secret-key
app.secret_key = os.environ["SECRET_KEY"]
# ok: hardcoded-secret-key
app.secret_key = os.environ.get("SECRET_KEY", "")
# ok: hardcoded-secret-key
SECRET_KEY = "AWS_SECRET_ACCESS_KEY"
# ok: hardcoded-secret-key
app.config["SECRET_KEY"] = os.urandom(24)
