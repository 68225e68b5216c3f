import string

from flask import request


def greet(user):
    # ruleid: format-string-injection
    request.args["greeting"].format(user=user)
    greeting = "Hello, " + request.form["greeting"]
    # ruleid: format-string-injection
    greeting.format(user)
    # ruleid: format-string-injection
    string.Formatter().format(request.args["greeting"], user=user)
    # ok: format-string-injection
    "Hello, {}".format(request.args["name"])
    # ok: format-string-injection
    string.Template(request.args["greeting"]).safe_substitute(name=user.name)
    # ok: format-string-injection
    GREETINGS[request.args["greeting"]].format(user=user)
    # ok: format-string-injection
    Script(request.args["sql"]).format()
