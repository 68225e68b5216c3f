import jinja2
from django.core.mail import EmailMessage, send_mail
from jinja2 import Environment, FileSystemLoader, Template, select_autoescape
from jinja2.sandbox import SandboxedEnvironment
from mako.lookup import TemplateLookup
from mako.template import Template as MakoTemplate

# ruleid: xss
env = Environment(loader=FileSystemLoader("templates"))
# ruleid: xss
env1 = jinja2.Environment(autoescape=False, loader=FileSystemLoader("templates"))
# ok: xss
env2 = Environment(autoescape=True)
# ok: xss
env3 = Environment(loader=FileSystemLoader("templates"), autoescape=select_autoescape())
# ok: xss
env4 = jinja2.Environment(autoescape=jinja2.select_autoescape(["html", "xml"]))
# ruleid: xss
env5 = jinja2.Environment(loader=FileSystemLoader("x"), trim_blocks=True)
# ruleid: xss
lookup = TemplateLookup(directories=["templates"])
# ok: xss
lookup2 = TemplateLookup(directories=["templates"], default_filters=["h"])
# ruleid: xss
mako = MakoTemplate("hello ${name}")
# ok: xss
mako2 = MakoTemplate("hello ${name}", default_filters=["h"])
env.autoescape = True
# ruleid: xss
env2.autoescape = False


def mails(request):
    body = "<p>" + request.POST["text"] + "</p>"
    # ruleid: xss
    send_mail("subject", "text", "a@b.example", ["c@d.example"], html_message=body)
    # ok: xss
    send_mail("subject", request.POST["text"], "a@b.example", ["c@d.example"])
    message = EmailMessage("subject", body, "a@b.example", ["c@d.example"])
    # ruleid: xss
    message.content_subtype = "html"
    return message
