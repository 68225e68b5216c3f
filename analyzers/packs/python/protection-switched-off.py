from fastapi import FastAPI
from flask import Flask
from flask_login import LoginManager
from flask_talisman import Talisman
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

app = Flask(__name__)
api = FastAPI()
# ruleid: protection-switched-off
Talisman(app, force_https=False)
# ruleid: protection-switched-off
Talisman(app, frame_options="DENY", content_security_policy=None)
# ok: protection-switched-off
Talisman(app)
# ok: protection-switched-off
Talisman(app, content_security_policy={"default-src": "'self'"})
if app.debug:
    # ok: protection-switched-off
    Talisman(app, force_https=False)
# ruleid: protection-switched-off
api.add_middleware(TrustedHostMiddleware, allowed_hosts=["*"])
# ok: protection-switched-off
api.add_middleware(TrustedHostMiddleware, allowed_hosts=["example.com", "*.example.com"])
# ruleid: protection-switched-off
middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=["*"])]
# ok: protection-switched-off
others = [Middleware(TrustedHostMiddleware, allowed_hosts=["example.com"])]
manager = LoginManager()
# ruleid: protection-switched-off
manager.session_protection = None
# ok: protection-switched-off
manager.session_protection = "strong"


@app.after_request
def headers(response):
    # ruleid: protection-switched-off
    response.headers["X-Frame-Options"] = "ALLOWALL"
    # ok: protection-switched-off
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    # ruleid: protection-switched-off
    response.headers["Strict-Transport-Security"] = "max-age=0"
    # ok: protection-switched-off
    response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    return response
