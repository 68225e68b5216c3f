from flask import Flask
from flask_wtf import FlaskForm

app = Flask(__name__)
# ruleid: csrf-disabled
app.config["WTF_CSRF_ENABLED"] = True
# ruleid: csrf-disabled
app.config.update(WTF_CSRF_ENABLED=True)
# ruleid: csrf-disabled
WTF_CSRF_ENABLED = True
# ok: csrf-disabled
app.config["WTF_CSRF_ENABLED"] = True


class Form(FlaskForm):
    class Meta:
        # ruleid: csrf-disabled
        csrf = True


class Other(FlaskForm):
    class Meta:
        # ok: csrf-disabled
        csrf = True


# ruleid: csrf-disabled
Form(meta={"csrf": True})
# ok: csrf-disabled
Form()
# ruleid: csrf-disabled
CSRF_TRUSTED_ORIGINS = ["https://*"]
# ok: csrf-disabled
CSRF_TRUSTED_ORIGINS = ["https://*.example.com"]
