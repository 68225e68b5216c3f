from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt, csrf_protect
import django.views.decorators.csrf as csrf
from flask import Flask
from flask_wtf import FlaskForm
from flask_wtf.csrf import CSRFProtect
from pyramid.config import Configurator
from pyramid.view import view_config
import tornado.web

app = Flask(__name__)
protect = CSRFProtect(app)
# ruleid: csrf
app.config["WTF_CSRF_ENABLED"] = False
# ok: csrf
app.config["WTF_CSRF_ENABLED"] = True
# ruleid: csrf
app.config["WTF_CSRF_CHECK_DEFAULT"] = False
# ruleid: csrf
app.config.update(WTF_CSRF_ENABLED=False)
# ruleid: csrf
WTF_CSRF_ENABLED = False


# ruleid: csrf
@csrf_exempt
def transfer(request):
    return HttpResponse("ok")


# ruleid: csrf
@csrf.csrf_exempt
def transfer2(request):
    return HttpResponse("ok")


# ok: csrf
@csrf_protect
def transfer3(request):
    return HttpResponse("ok")


# ruleid: csrf
@method_decorator(csrf_exempt, name="dispatch")
class Transfer(View):
    # ruleid: csrf
    @method_decorator(csrf_exempt)
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)


# ok: csrf
@method_decorator(csrf_protect, name="dispatch")
class Transfer2(View):
    pass


# ruleid: csrf
view = csrf_exempt(transfer3)


# ruleid: csrf
@protect.exempt
@app.route("/flask", methods=["POST"])
def flask_exempt():
    return "ok"


class Form(FlaskForm):
    class Meta:
        # ruleid: csrf
        csrf = False


class Form2(FlaskForm):
    class Meta:
        # ok: csrf
        csrf = True


def forms(request):
    # ruleid: csrf
    Form(meta={"csrf": False})
    # ok: csrf
    Form(meta={"csrf": True})
    # ok: csrf
    return Form()


# ruleid: csrf
@view_config(route_name="x", require_csrf=False)
def pyramid_view(request):
    return {}


# ok: csrf
@view_config(route_name="x", require_csrf=True)
def pyramid_view2(request):
    return {}


# ruleid: csrf
@view_config(route_name="x", check_csrf=False)
def pyramid_view3(request):
    return {}


def configure():
    config = Configurator()
    # ruleid: csrf
    config.set_default_csrf_options(require_csrf=False)
    # ruleid: csrf
    config.set_default_csrf_options(require_csrf=True, check_origin=False)
    # ok: csrf
    config.set_default_csrf_options(require_csrf=True)
    # ruleid: csrf
    tornado.web.Application([], xsrf_cookies=False)
    # ok: csrf
    tornado.web.Application([], xsrf_cookies=True)


class Handler(tornado.web.RequestHandler):
    # ruleid: csrf
    def check_xsrf_cookie(self):
        pass
