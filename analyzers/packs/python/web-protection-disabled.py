from fastapi import FastAPI
from flask import Flask
from flask_login import LoginManager
from flask_talisman import Talisman
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

app = Flask(__name__)
api = FastAPI()
# ruleid: web-protection-disabled
Talisman(app, force_https=False)
# ruleid: web-protection-disabled
Talisman(app, frame_options="DENY", content_security_policy=None)
# ok: web-protection-disabled
Talisman(app)
# ok: web-protection-disabled
Talisman(app, content_security_policy={"default-src": "'self'"})
if app.debug:
    # ok: web-protection-disabled
    Talisman(app, force_https=False)
# ruleid: web-protection-disabled
api.add_middleware(TrustedHostMiddleware, allowed_hosts=["*"])
# ok: web-protection-disabled
api.add_middleware(TrustedHostMiddleware, allowed_hosts=["example.com", "*.example.com"])
# ruleid: web-protection-disabled
middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=["*"])]
# ok: web-protection-disabled
others = [Middleware(TrustedHostMiddleware, allowed_hosts=["example.com"])]
manager = LoginManager()
# ruleid: web-protection-disabled
manager.session_protection = None
# ok: web-protection-disabled
manager.session_protection = "strong"


@app.after_request
def headers(response):
    # ruleid: web-protection-disabled
    response.headers["X-Frame-Options"] = "ALLOWALL"
    # ok: web-protection-disabled
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    # ruleid: web-protection-disabled
    response.headers["Strict-Transport-Security"] = "max-age=0"
    # ok: web-protection-disabled
    response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    return response
