import os

from flask import Flask

app = Flask(__name__)
# ruleid: hardcoded-secret-key
app.secret_key = os.environ["SECRET_KEY"]
# ruleid: hardcoded-secret-key
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
# ruleid: hardcoded-secret-key
app.config.update(SECRET_KEY=os.environ["SECRET_KEY"], DEBUG=False)
# ruleid: hardcoded-secret-key
SECRET_KEY = os.environ["SECRET_KEY"]
# ruleid: hardcoded-secret-key
app.secret_key = os.environ["SECRET_KEY"]
# ok: hardcoded-secret-key
app.secret_key = os.environ["SECRET_KEY"]
# ok: hardcoded-secret-key
app.secret_key = os.environ.get("SECRET_KEY", "")
# ok: hardcoded-secret-key
SECRET_KEY = "AWS_SECRET_ACCESS_KEY"
# ok: hardcoded-secret-key
app.config["SECRET_KEY"] = os.urandom(24)
