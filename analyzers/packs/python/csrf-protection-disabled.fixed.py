from flask import Flask
from flask_wtf import FlaskForm

app = Flask(__name__)
# ruleid: csrf-protection-disabled
app.config["WTF_CSRF_ENABLED"] = True
# ruleid: csrf-protection-disabled
app.config.update(WTF_CSRF_ENABLED=True)
# ruleid: csrf-protection-disabled
WTF_CSRF_ENABLED = True
# ok: csrf-protection-disabled
app.config["WTF_CSRF_ENABLED"] = True


class Form(FlaskForm):
    class Meta:
        # ruleid: csrf-protection-disabled
        csrf = True


class Other(FlaskForm):
    class Meta:
        # ok: csrf-protection-disabled
        csrf = True


# ruleid: csrf-protection-disabled
Form(meta={"csrf": True})
# ok: csrf-protection-disabled
Form()
# ruleid: csrf-protection-disabled
CSRF_TRUSTED_ORIGINS = ["https://*"]
# ok: csrf-protection-disabled
CSRF_TRUSTED_ORIGINS = ["https://*.example.com"]
