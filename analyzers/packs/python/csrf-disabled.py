from flask import Flask
from flask_wtf import FlaskForm

app = Flask(__name__)
# ruleid: csrf-disabled
app.config["WTF_CSRF_ENABLED"] = False
# ruleid: csrf-disabled
app.config.update(WTF_CSRF_ENABLED=False)
# ruleid: csrf-disabled
WTF_CSRF_ENABLED = False
# ok: csrf-disabled
app.config["WTF_CSRF_ENABLED"] = True


class Form(FlaskForm):
    class Meta:
        # ruleid: csrf-disabled
        csrf = False


class Other(FlaskForm):
    class Meta:
        # ok: csrf-disabled
        csrf = True


# ruleid: csrf-disabled
Form(meta={"csrf": False})
# ok: csrf-disabled
Form()
# ruleid: csrf-disabled
CSRF_TRUSTED_ORIGINS = ["https://*"]
# ok: csrf-disabled
CSRF_TRUSTED_ORIGINS = ["https://*.example.com"]
