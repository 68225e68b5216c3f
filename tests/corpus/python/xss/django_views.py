from django.http import HttpResponse, HttpResponseBadRequest, HttpResponseNotFound, JsonResponse
from django.shortcuts import render
from django.template import Context, Template, engines
from django.utils.html import conditional_escape, escape, format_html, html_safe
from django.utils.safestring import SafeString, SafeText, mark_safe
from django.views import View
from django import template
import django.utils.safestring as ss

register = template.Library()


def hello(request):
    name = request.GET.get("name")
    # ruleid: xss
    return HttpResponse("<h1>Hello " + name + "</h1>")


def hello2(request):
    # ruleid: xss
    return HttpResponse(f"<h1>Hello {request.POST['name']}</h1>")


def hello3(request, name):
    # ruleid: xss
    return HttpResponseBadRequest("<p>bad name: %s</p>" % request.GET["name"])


def hello4(request):
    response = HttpResponse()
    # ruleid: xss
    response.write("<p>" + request.GET["q"] + "</p>")
    return response


def hello5(request):
    message = "no page {}".format(request.GET["page"])
    # ruleid: xss
    return HttpResponseNotFound(message)


class Hello(View):
    def get(self, request):
        # ruleid: xss
        return HttpResponse("<h1>%s</h1>" % request.GET.get("name"))

    def post(self, request):
        # ruleid: xss
        return HttpResponse(self.request.POST["name"])

    def put(self, request):
        # ok: xss
        return HttpResponse(escape(request.GET["name"]))


def safe(request):
    # ok: xss
    HttpResponse("<h1>Hello</h1>")
    # ok: xss
    HttpResponse("<h1>" + escape(request.GET["name"]) + "</h1>")
    # ok: xss
    HttpResponse(conditional_escape(request.GET["name"]))
    # ok: xss
    JsonResponse({"name": request.GET["name"]})
    # ok: xss
    HttpResponse(request.GET["name"], content_type="text/plain")
    # ok: xss
    HttpResponse(status=int(request.GET["status"]))
    # ok: xss
    HttpResponse(format_html("<h1>{}</h1>", request.GET["name"]))
    # ok: xss
    return render(request, "hello.html", {"name": request.GET["name"]})


def marked(name, user):
    # ruleid: xss
    a = mark_safe("<b>" + name + "</b>")
    # ruleid: xss
    b = mark_safe(f"<b>{name}</b>")
    # ruleid: xss
    c = mark_safe("<b>%s</b>" % user.name)
    # ruleid: xss
    d = ss.mark_safe("<b>{}</b>".format(name))
    # ruleid: xss
    e = SafeString("<b>" + name + "</b>")
    # ruleid: xss
    f = SafeText(f"<b>{name}</b>")
    # ruleid: xss
    g = mark_safe(name)
    # ruleid: xss
    h = format_html(f"<b>{name}</b>")
    # ruleid: xss
    i = format_html("<b>" + name + "</b>")
    # ruleid: xss
    j = format_html("<b>%s</b>" % name)
    # ok: xss
    k = format_html("<b>{}</b>", name)
    # ok: xss
    m = mark_safe("<b>bold</b>")
    # ok: xss
    n = mark_safe("<b>" + escape(name) + "</b>")
    # ok: xss
    o = mark_safe(f"<b>{conditional_escape(name)}</b>")
    return a, b, c, d, e, f, g, h, i, j, k, m, n, o


# ruleid: xss
@register.filter(is_safe=True)
def shout(value):
    return value.upper()


# ok: xss
@register.filter
def whisper(value):
    return value.lower()


# ruleid: xss
@html_safe
class Badge:
    def __str__(self):
        return self.text


class Link:
    # ruleid: xss
    def __html__(self):
        return "<a href='%s'>" % self.url


def templates(name):
    # ruleid: xss
    Context({"name": name}, autoescape=False)
    # ok: xss
    Context({"name": name})
    # ok: xss
    Context({"name": name}, autoescape=True)
    # ok: xss
    Template("<b>{{ name }}</b>").render(Context({"name": name}))
