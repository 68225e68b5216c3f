import tornado.web
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from pyramid.view import view_config


# ruleid: csrf-disabled-view
@csrf_exempt
def transfer(request):
    return None


# ruleid: csrf-disabled-view
@method_decorator(csrf_exempt, name="dispatch")
class Transfer(View):
    pass


# ruleid: csrf-disabled-view
view = csrf_exempt(transfer)


# ruleid: csrf-disabled-view
@view_config(route_name="transfer", require_csrf=False)
def pyramid_transfer(request):
    return {}


# ruleid: csrf-disabled-view
tornado.web.Application([], xsrf_cookies=False)


# ok: csrf-disabled-view
@csrf_protect
def protected(request):
    return None


# ok: csrf-disabled-view
@method_decorator(csrf_protect, name="dispatch")
class Protected(View):
    pass


# ok: csrf-disabled-view
@view_config(route_name="transfer")
def pyramid_protected(request):
    return {}


# ok: csrf-disabled-view
@csrf_exempt
def stripe_webhook(request):
    return None


# ok: csrf-disabled-view
@method_decorator(csrf_exempt, name="dispatch")
class TokenView(View):
    pass


# ok: csrf-disabled-view
@csrf_exempt
@require_api_key
def machines(request):
    return None


# ruleid: csrf-disabled-view
@csrf_exempt
@require_POST
def change_password(request):
    return None


# ruleid: csrf-disabled-view
@csrf_exempt
def reporting(request):
    return None


class Live(tornado.websocket.WebSocketHandler):
    # ruleid: csrf-disabled-view
    def check_origin(self, origin):
        return True


class OwnSite(tornado.websocket.WebSocketHandler):
    # ok: csrf-disabled-view
    def check_origin(self, origin):
        return origin == "https://shop.example.com"


@blueprint.route("/utils.js")
# ok: csrf-disabled-view
@csrf.exempt
def script():
    return ""


# ok: csrf-disabled-view
@csrf.exempt
@blueprint.route("/state", methods=["GET"])
def state():
    return ""


# ruleid: csrf-disabled-view
@csrf.exempt
@blueprint.route("/state", methods=["GET", "POST"])
def changed_state():
    return ""
